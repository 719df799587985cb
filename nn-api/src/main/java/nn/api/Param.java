package nn.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Bounds and help for one record component: enforced when a plugin is built from text, used to draw
 * a slider.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Param {
  /** Smallest allowed value, inclusive. */
  double min() default Double.NEGATIVE_INFINITY;

  /** Largest allowed value, inclusive. */
  double max() default Double.POSITIVE_INFINITY;

  /** Whether a slider should move on a logarithmic scale. */
  boolean log() default false;

  /** What the number means, in one phrase. */
  String help() default "";
}
