package tsukasa.scheme;

/// A part of the engine that an example passes when a definition is tried out, in the very code that real cases pass.
/// Stations stand in `META-INF/spring.factories` and are passed in their order.
public interface TrialStation {
    Trial pass(Scheme scheme, Trial before);
}
