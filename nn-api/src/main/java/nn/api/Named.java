package nn.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name, other accepted names, and one-line description of a plugin, readable without creating
 * it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Named {
  /**
   * Unique name within its kind: words of a-z and 0-9 joined by hyphens, at most 40 characters;
   * empty means derived from the class name, a hyphen before each new word.
   */
  String value() default "";

  /** Further names that resolve to this plugin, never used when writing text. */
  String[] aliases() default {};

  /** One sentence for menus and listings. */
  String summary() default "";

  /** The formula in plain text, for listings: {@code max(0, x)}. */
  String formula() default "";

  /** The paper, or the library whose convention is followed. */
  String source() default "";
}
