package tsukasa;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/// Names the places of the plan whose duties a test proves; the coverage table is made from it.
@Retention(RUNTIME)
@Target(TYPE)
public @interface Covers {
    String[] value();
}
