package tsukasa.backup.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tsukasa.backup.archive.Manifest.Part;
import tsukasa.kernel.Sha256;
import tsukasa.kernel.Text;

/// The folder of a backup: parts with their hashes, and a manifest with a hash of its own.
record BackupFolder(Path place) {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final String SEAL = "manifest.sha256";
    private static final int FAST = 1;

    /// What fills a part.
    @FunctionalInterface
    interface Filling {
        long into(OutputStream out) throws IOException;
    }

    record Filled(Part part, long count) {}

    /// Packed with gzip; on the disk when this returns.
    Filled packed(String path, Filling filling) throws IOException {
        MessageDigest digest = Sha256.digest();
        Path file = made(path);
        long count;
        try (OutputStream out = new FastGzip(new DigestOutputStream(
                new java.io.BufferedOutputStream(Files.newOutputStream(file), 1 << 17), digest))) {
            count = filling.into(out);
        }
        force(file);
        return new Filled(new Part(path, Files.size(file), Sha256.hex(digest)), count);
    }

    /// A dump is read once in a while and written every night: it is packed as fast as it can be.
    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(FAST);
        }
    }

    Part copied(Path source, String path) throws IOException {
        MessageDigest digest = Sha256.digest();
        Path file = made(path);
        try (InputStream in = new DigestInputStream(Files.newInputStream(source), digest)) {
            Files.copy(in, file);
        }
        force(file);
        return new Part(path, Files.size(file), Sha256.hex(digest));
    }

    private Path made(String path) throws IOException {
        Path file = place.resolve(path);
        Files.createDirectories(file.getParent());
        return file;
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    void seal(Manifest manifest) throws IOException {
        byte[] json = JSON.writeValueAsBytes(manifest);
        Files.write(place.resolve(Manifest.NAME), json);
        Files.writeString(place.resolve(SEAL), Sha256.hex(json) + "  " + Manifest.NAME + "\n");
        force(place.resolve(Manifest.NAME));
        force(place.resolve(SEAL));
    }

    BackupFolder renamed(String name) throws IOException {
        Path better = place.resolveSibling(name);
        Files.move(place, better, StandardCopyOption.ATOMIC_MOVE);
        return new BackupFolder(better);
    }

    Manifest manifest() throws IOException, Damage {
        if (!Files.isRegularFile(place.resolve(Manifest.NAME))) {
            throw new Damage(Text.of(
                    place + " は控えではないか、書き終わっていません（" + Manifest.NAME + " がありません）。",
                    place + " is no backup, or was not finished (" + Manifest.NAME + " is not there)."));
        }
        byte[] json = Files.readAllBytes(place.resolve(Manifest.NAME));
        String seal = Files.isRegularFile(place.resolve(SEAL)) ? Files.readString(place.resolve(SEAL)) : "";
        if (!seal.startsWith(Sha256.hex(json))) {
            throw new Damage(Text.of(
                    Manifest.NAME + " が壊れています（" + SEAL + " と合いません）。",
                    Manifest.NAME + " is damaged (it does not fit " + SEAL + ")."));
        }
        try {
            Manifest manifest = JSON.readValue(json, Manifest.class);
            if (manifest.format() != Manifest.FORMAT) {
                throw new Damage(Text.of(
                        "この控えの形式 " + manifest.format() + " は、このプログラムでは読めません。",
                        "This program cannot read the format " + manifest.format() + " of this backup."));
            }
            return manifest;
        } catch (JacksonException e) {
            throw new Damage(Text.of(Manifest.NAME + " を読めません。", Manifest.NAME + " cannot be read."));
        }
    }

    /// Every part that is not as it was written, by name.
    List<Text> damages(Manifest manifest) throws IOException {
        List<Text> found = new ArrayList<>();
        for (Part part : manifest.parts()) {
            Path file = place.resolve(part.path());
            if (!Files.isRegularFile(file)) {
                found.add(Text.of(part.path() + " がありません。", part.path() + " is missing."));
            } else if (Files.size(file) != part.bytes() || !hash(file).equals(part.sha256())) {
                found.add(Text.of(part.path() + " が壊れています。", part.path() + " is damaged."));
            }
        }
        return found;
    }

    static String hash(Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[1 << 17];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return Sha256.hex(digest);
    }
}
