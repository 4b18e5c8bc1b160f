package tsukasa.audit;

/// Gives what was written its place in the chain. Happens by itself every second; whoever wants to see the last second
/// asks for it.
public interface Sealing {
    void now();
}
