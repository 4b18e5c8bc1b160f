package tsukasa.plan.pack;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.core.io.Resource;

/// Where the files of one package lie.
sealed interface PackageFiles {
    /// For people: a folder, or `plans/fy2021` for a package of the platform.
    String source();

    /// Opens a file by its path inside the package.
    ///
    /// @throws java.io.FileNotFoundException or NoSuchFileException when there is none
    /// @throws OutsidePackage when the path leads out of the package, e.g. through a symbolic link
    InputStream open(String path) throws IOException;

    /// Reads at most `limit` bytes and one more, by which a larger file is recognised.
    default byte[] read(String path, int limit) throws IOException {
        try (InputStream in = open(path)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            byte[] buffer = new byte[16_384];
            int count;
            while (bytes.size() <= limit && (count = in.read(buffer)) > 0) {
                bytes.write(buffer, 0, count);
            }
            return bytes.toByteArray();
        }
    }

    final class OutsidePackage extends IOException {
        private static final long serialVersionUID = 1;

        OutsidePackage(String path) {
            super(path);
        }
    }

    /// A package in a folder of the machine.
    record Folder(Path root) implements PackageFiles {
        @Override
        public String source() {
            return root.toString();
        }

        @Override
        public InputStream open(String path) throws IOException {
            Path real = root.resolve(path).toRealPath();
            if (!real.startsWith(root.toRealPath())) {
                throw new OutsidePackage(path);
            }
            if (!Files.isRegularFile(real)) {
                throw new java.io.FileNotFoundException(path);
            }
            return Files.newInputStream(real);
        }
    }

    /// A package that came with the platform; `plan` is its `plan.yaml`.
    record Bundled(String source, Resource plan) implements PackageFiles {
        @Override
        public InputStream open(String path) throws IOException {
            return plan.createRelative(path).getInputStream();
        }
    }

    /// A package that lies nowhere: texts by their paths.
    record Texts(String source, Map<String, String> files) implements PackageFiles {
        public Texts {
            files = Map.copyOf(files);
        }

        @Override
        public InputStream open(String path) throws IOException {
            String text = files.get(path);
            if (text == null) {
                throw new java.io.FileNotFoundException(path);
            }
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
