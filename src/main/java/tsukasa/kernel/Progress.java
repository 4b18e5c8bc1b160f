package tsukasa.kernel;

import java.io.PrintStream;
import java.time.Duration;

/// Says how far a long piece of work has come: one moving line on a terminal, a line every ten seconds elsewhere.
public final class Progress implements AutoCloseable {
    private static final Duration MOVING = Duration.ofMillis(200);
    private static final Duration STANDING = Duration.ofSeconds(10);
    private final String what;
    private final long total;
    private final PrintStream out;
    private final boolean terminal;
    private final long begun = System.nanoTime();
    private long said = begun;
    private long done;

    private Progress(Text what, long total, PrintStream out, boolean terminal) {
        this.what = what.in(Language.ofSystem());
        this.total = Math.max(1, total);
        this.out = out;
        this.terminal = terminal;
    }

    /// On the error output, so that a command's own output stays clean.
    public static Progress of(Text what, long total) {
        return of(
                what,
                total,
                System.err,
                System.console() != null && System.console().isTerminal());
    }

    static Progress of(Text what, long total, PrintStream out, boolean terminal) {
        Progress progress = new Progress(what, total, out, terminal);
        progress.say();
        return progress;
    }

    public synchronized void step(long count) {
        done = Math.min(total, done + count);
        long silence = System.nanoTime() - said;
        if (silence >= (terminal ? MOVING : STANDING).toNanos()) {
            say();
        }
    }

    private void say() {
        said = System.nanoTime();
        String line = "%s %3d%% (%,d / %,d)".formatted(what, done * 100 / total, done, total);
        out.print(terminal ? "\r" + line : line + System.lineSeparator());
        out.flush();
    }

    @Override
    public synchronized void close() {
        double seconds = (System.nanoTime() - begun) / 1e9;
        String line = "%s %,d, %.1f s".formatted(what, done, seconds);
        out.println((terminal ? "\r" : "") + line + " ".repeat(terminal ? 20 : 0));
        out.flush();
    }
}
