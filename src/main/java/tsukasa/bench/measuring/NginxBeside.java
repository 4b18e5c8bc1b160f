package tsukasa.bench.measuring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import tsukasa.kernel.Text;

/// An nginx on this machine that serves compressed bytes as a file: what this machine could do at best.
final class NginxBeside implements AutoCloseable {
    private static final List<Path> PLACES = List.of(Path.of("/usr/sbin/nginx"), Path.of("/usr/local/bin/nginx"));
    private final Process process;
    private final int port;

    private NginxBeside(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /// Empty where there is none.
    static Optional<NginxBeside> serving(Path folder, byte[] packed, int port) {
        Optional<Path> program = PLACES.stream().filter(Files::isExecutable).findFirst();
        return program.map(path -> started(path, folder.toAbsolutePath(), packed, port));
    }

    private static NginxBeside started(Path program, Path folder, byte[] packed, int port) {
        try {
            Files.createDirectories(folder.resolve("logs"));
            Files.write(folder.resolve("answer"), new byte[0]);
            Files.write(folder.resolve("answer.gz"), packed);
            Path settings = folder.resolve("nginx.conf");
            Files.writeString(settings, settings(folder, port), StandardCharsets.UTF_8);
            Process process = new ProcessBuilder(
                            program.toString(), "-p", folder.toString(), "-c", settings.toString(), "-g", "daemon off;")
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("output").toFile())
                    .start();
            if (process.waitFor(1, TimeUnit.SECONDS)) {
                throw new BenchFailure(Text.of("nginx を起動できません。", "nginx does not start."));
            }
            return new NginxBeside(process, port);
        } catch (IOException e) {
            throw new BenchFailure(Text.of("nginx を起動できません: " + e.getMessage(), "nginx does not start: " + e.getMessage()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new BenchFailure(Text.of("中断されました。", "Interrupted."));
        }
    }

    private static String settings(Path folder, int port) {
        return """
                worker_processes auto;
                pid %1$s/nginx.pid;
                error_log %1$s/logs/error.log;
                events { worker_connections 1024; }
                http {
                  access_log off;
                  sendfile on;
                  tcp_nopush on;
                  keepalive_requests 1000000000;
                  open_file_cache max=100;
                  default_type text/xml;
                  server { listen 127.0.0.1:%2$d; root %1$s; gzip_static always; }
                }
                """.formatted(folder, port);
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
