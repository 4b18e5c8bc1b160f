package tsukasa.audit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// An endpoint that shows confidential records and so writes down, before it answers, that they were read. A test
/// visits every such endpoint and looks for the entry; another looks for endpoints that should carry this and do not.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Reads {
    /// The word of the action that is recorded: `case.read`.
    String value();
}
