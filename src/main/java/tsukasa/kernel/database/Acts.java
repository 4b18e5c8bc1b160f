package tsukasa.kernel.database;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What runs here is done by a named actor, whoever asked for it. It sees confidential rows within a transaction only.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Acts {
    /// The id of the [NamedActor].
    String as();
}
