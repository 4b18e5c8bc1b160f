package tsukasa.kernel.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What an endpoint under `/api/` answers, in one English line for its description.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Described {
    String value();

    /// What it reads from the address by itself, beside the parameters of its method.
    Parameter[] read() default {};

    /// @see Described#read
    @Retention(RetentionPolicy.RUNTIME)
    @Target({})
    @interface Parameter {
        String name();

        /// In one English line.
        String value();

        /// Whether it may be said several times.
        boolean many() default false;
    }
}
