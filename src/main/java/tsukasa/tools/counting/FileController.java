package tsukasa.tools.counting;

import jakarta.servlet.http.HttpServletRequest;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.WebRequest;
import tsukasa.files.FileKeeper;
import tsukasa.files.KeptFile;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.tools.Downloads;
import tsukasa.tools.Release;
import tsukasa.tools.Tool;
import tsukasa.tools.ToolName;
import tsukasa.tools.Tools;

/// Gives out the files of releases, counts that it did, and tells how to check them.
@Controller
class FileController {
    private static final String SIGNATURE = ".asc";
    private static final MediaType OPENPGP = MediaType.parseMediaType("application/pgp-signature");
    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);
    private final Tools tools;
    private final FileKeeper files;
    private final Downloads downloads;

    FileController(Tools tools, FileKeeper files, Downloads downloads) {
        this.tools = tools;
        this.files = files;
        this.downloads = downloads;
    }

    @GetMapping("/tools/{name}/{version}/files/{file}")
    ResponseEntity<Resource> file(
            HttpServletRequest request,
            WebRequest web,
            @PathVariable String name,
            @PathVariable String version,
            @PathVariable String file) {
        Release release = offered(name, version);
        Optional<KeptFile> kept = named(release, file);
        if (kept.isEmpty() && file.endsWith(SIGNATURE)) {
            return signature(release, file.substring(0, file.length() - SIGNATURE.length()));
        }
        KeptFile found = kept.orElseThrow(FileController::nothing);
        String mark = "\"" + found.sha256() + "\"";
        if (web.checkNotModified(mark)) {
            return ResponseEntity.status(304).eTag(mark).build();
        }
        if (CountingRule.counts(request)) {
            downloads.record(release, found);
        }
        ResponseEntity.BodyBuilder answer = answer(found, mark);
        return "HEAD".equals(request.getMethod())
                ? answer.contentLength(found.size()).build()
                : continuesOther(request, mark)
                        ? answer.contentLength(found.size()).body(new InputStreamResource(files.open(found.id())))
                        : answer.body(new Content(found));
    }

    private static ResponseEntity.BodyBuilder answer(KeptFile file, String mark) {
        String attached = ContentDisposition.attachment()
                .filename(file.name(), StandardCharsets.UTF_8)
                .build()
                .toString();
        return ResponseEntity.ok()
                .eTag(mark)
                .contentType(MediaType.parseMediaType(file.type().mediaType()))
                .cacheControl(CacheControl.noCache().cachePublic())
                .header(HttpHeaders.CONTENT_DISPOSITION, attached)
                .header(HttpHeaders.ACCEPT_RANGES, "bytes")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox");
    }

    private static boolean continuesOther(HttpServletRequest request, String mark) {
        String continued = request.getHeader(HttpHeaders.IF_RANGE);
        return continued != null && !continued.equals(mark);
    }

    /// The framework cuts the pieces from it that are asked for.
    private final class Content extends AbstractResource {
        private final KeptFile file;

        Content(KeptFile file) {
            this.file = file;
        }

        @Override
        public long contentLength() {
            return file.size();
        }

        @Override
        public String getDescription() {
            return "the file " + file.id();
        }

        @Override
        public InputStream getInputStream() {
            return files.open(file.id());
        }
    }

    private ResponseEntity<Resource> signature(Release release, String file) {
        String armored = named(release, file)
                .flatMap(kept -> tools.signature(kept.id().value()))
                .orElseThrow(FileController::nothing);
        return ResponseEntity.ok()
                .contentType(OPENPGP)
                .body(new ByteArrayResource(armored.getBytes(StandardCharsets.US_ASCII)));
    }

    /// As `sha256sum --check` reads them.
    @GetMapping("/tools/{name}/{version}/SHA256SUMS")
    ResponseEntity<String> sums(@PathVariable String name, @PathVariable String version) {
        List<KeptFile> kept = files.of(offered(name, version).holder());
        return ResponseEntity.ok()
                .contentType(TEXT)
                .body(kept.stream()
                        .map(file -> file.sha256() + "  " + file.name() + "\n")
                        .collect(Collectors.joining()));
    }

    private Optional<KeptFile> named(Release release, String name) {
        return files.of(release.holder()).stream()
                .filter(file -> file.name().equals(name) && file.state().givenOut())
                .findFirst();
    }

    private Release offered(String name, String version) {
        Release release = ToolName.read(name)
                .flatMap(tools::find)
                .flatMap((Tool tool) -> tool.release(version))
                .orElseThrow(FileController::nothing);
        Release.Withdrawal withdrawal = release.withdrawal();
        if (withdrawal != null) {
            throw new Problem(
                    Problem.Kind.GONE, Text.of("この版は取り下げられました。", "This release was withdrawn."), withdrawal.reason());
        }
        return release;
    }

    private static Problem nothing() {
        return Problem.notFound(Text.of("そのファイルはありません。", "There is no such file."));
    }
}
