package nn.core.data;

import com.google.common.base.Strings;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Data that cannot be used; the message is one sentence that names the place, and the remedy. */
public final class DataException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  /** Says what is wrong, where, and how to fix it; each {@code %s} stands for an argument. */
  public DataException(String template, @Nullable Object... arguments) {
    super(Strings.lenientFormat(template, arguments));
  }

  /** Says the same of a failure below. */
  DataException(Throwable cause, String template, @Nullable Object... arguments) {
    super(Strings.lenientFormat(template, arguments), cause);
  }
}
