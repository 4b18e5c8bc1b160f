package tsukasa.bench.measuring;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tsukasa.kernel.Text;

/// The real platform as a process of its own, started the way the launcher starts it, reachable from this machine only.
final class Platform implements AutoCloseable {
    private static final Duration STOPPING = Duration.ofSeconds(60);
    private final Process process;
    private final int port;
    private final Thread atExit;
    private final double seconds;

    private Platform(Process process, int port, Thread atExit, double seconds) {
        this.process = process;
        this.port = port;
        this.atExit = atExit;
        this.seconds = seconds;
    }

    /// Comes back with the first answer after everything is told.
    static Platform start(Path data, int port, List<String> options, Duration patience, Report report) {
        int listening = port == 0 ? freePort() : port;
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=" + listening,
                "--server.address=127.0.0.1",
                "--tsukasa.data-dir=" + data,
                "--tsukasa.demo=true"));
        arguments.addAll(options);
        long begun = System.nanoTime();
        Process process = launch(arguments);
        Thread atExit = new Thread(() -> end(process));
        Runtime.getRuntime().addShutdownHook(atExit);
        CountDownLatch ready = new CountDownLatch(1);
        Thread.ofPlatform().daemon().start(() -> listen(process, ready, report));
        try {
            boolean came = ready.await(patience.toSeconds(), TimeUnit.SECONDS) && process.isAlive();
            if (came) {
                new Visits(listening).get("/");
                return new Platform(process, listening, atExit, (System.nanoTime() - begun) / 1e9);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        end(process);
        Runtime.getRuntime().removeShutdownHook(atExit);
        throw new BenchFailure(Text.of("起動できませんでした: " + data, "The platform did not start in " + data));
    }

    /// The same program with the same options of the virtual machine.
    static Process launch(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "tsukasa.Tsukasa"));
        command.addAll(arguments);
        return started(command);
    }

    /// As somebody types it: through the launcher, where that is what started us.
    static Process command(List<String> words) {
        String launcher = System.getProperty("tsukasa.launcher");
        return launcher == null
                ? launch(words)
                : started(Stream.concat(Stream.of(launcher), words.stream()).toList());
    }

    private static Process started(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().keySet().removeIf(name -> name.matches("(TSUKASA|SPRING|SERVER|MANAGEMENT|LOGGING)_.*"));
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        builder.redirectInput(new File(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null"));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new BenchFailure(
                    Text.of("プログラムを起動できません: " + e.getMessage(), "Cannot run the program: " + e.getMessage()));
        }
    }

    /// Passes on what is measured inside; the address is said when everything is there.
    private static void listen(Process process, CountDownLatch ready, Report report) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("{")) {
                    report.result(line);
                } else if (line.contains("http://localhost:")) {
                    ready.countDown();
                }
            }
        } catch (IOException _) {
            // the process has ended
        }
        ready.countDown();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new BenchFailure(Text.of("空いているポートがありません。", "There is no free port."));
        }
    }

    double secondsUntilFirstAnswer() {
        return seconds;
    }

    double residentMegabytes() {
        return Memory.resident(process.pid());
    }

    int port() {
        return port;
    }

    Visits visits() {
        return new Visits(port);
    }

    private static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(STOPPING.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        end(process);
        Runtime.getRuntime().removeShutdownHook(atExit);
    }
}
