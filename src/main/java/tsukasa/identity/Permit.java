package tsukasa.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The permission an endpoint asks for. An endpoint without it must stand in `public-endpoints.txt`, or nobody gets in.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Permit {
    Permission value();

    /// Whether one must have proved who one is in the last ten minutes: for what a stolen session must not do.
    boolean fresh() default false;
}
