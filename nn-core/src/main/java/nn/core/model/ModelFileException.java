package nn.core.model;

import org.jspecify.annotations.Nullable;

/** A model file that cannot be read or written; the message is written for the user. */
public final class ModelFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** An exception with a sentence that names the file, what is wrong, and how to fix it. */
  public ModelFileException(String message) {
    this(message, null);
  }

  /** Likewise, with the failure behind it. */
  public ModelFileException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
