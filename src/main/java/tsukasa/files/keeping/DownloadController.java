package tsukasa.files.keeping;

import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.WebRequest;
import tsukasa.audit.Reads;
import tsukasa.files.FileId;
import tsukasa.files.FileKeeper;
import tsukasa.files.FileState;
import tsukasa.files.KeptFile;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Frame;

/// The one address at which files of every module are downloaded; the module that holds a file says who may.
@Controller
class DownloadController {
    private static final Text NONE = Text.of("そのファイルはありません。", "There is no such file.");
    private final FileKeeper files;
    private final FileDeeds deeds;
    private final Readers readers;

    DownloadController(FileKeeper files, FileDeeds deeds, Readers readers) {
        this.files = files;
        this.deeds = deeds;
        this.readers = readers;
    }

    /// Always as a download, never shown by the browser as a page of ours. The name in the address is for people; the
    /// id alone counts.
    @GetMapping("/files/{id}/{name}")
    @Reads(FileDeeds.READ)
    ResponseEntity<InputStreamResource> download(
            Frame frame, WebRequest request, @PathVariable String id, @PathVariable String name) {
        Optional<Visitor> visitor =
                frame.viewer().filter(Visitor.class::isInstance).map(Visitor.class::cast);
        KeptFile file = readable(id, visitor);
        boolean forAll = !file.confidential() && readers.mayRead(file.holder(), Optional.empty());
        if (!forAll && visitor.filter(readers::mustProveAgain).isPresent()) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(secondProof(file))
                    .cacheControl(CacheControl.noStore().cachePrivate())
                    .build();
        }
        if (forAll && request.checkNotModified("\"" + file.sha256() + "\"")) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).build();
        }
        InputStream content = files.open(file.id());
        if (file.confidential()) {
            deeds.read(file);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.type().mediaType()))
                .contentLength(file.size())
                .headers(headers -> harmless(headers, file))
                .cacheControl(
                        forAll
                                ? CacheControl.noCache().cachePublic()
                                : CacheControl.noStore().cachePrivate())
                .body(new InputStreamResource(content));
    }

    private static URI secondProof(KeptFile file) {
        return URI.create("/sign-in/second?return=" + URLEncoder.encode(file.address(), StandardCharsets.UTF_8));
    }

    private static void harmless(HttpHeaders headers, KeptFile file) {
        headers.set(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(file.name(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Content-Security-Policy", "default-src 'none'; sandbox");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
    }

    /// Whoever may not read it hears that there is none; whoever has not signed in is asked to.
    private KeptFile readable(String id, Optional<Visitor> visitor) {
        KeptFile file = FileId.parse(id).flatMap(files::find).orElseThrow(() -> Problem.notFound(NONE));
        if (!readers.mayRead(file.holder(), visitor)) {
            throw visitor.isPresent()
                    ? Problem.notFound(NONE)
                    : new Problem(
                            Problem.Kind.NOT_SIGNED_IN,
                            Text.of("このファイルは、サインインした方だけが開けます。", "This file opens for people who have signed in."),
                            Text.of("サインインしてから、もう一度お試しください。", "Sign in, then try again."));
        }
        if (!files.mayOpen(file, visitor)) {
            throw shut(file.state());
        }
        return file;
    }

    private static Problem shut(FileState state) {
        Text what = state.shut().orElseThrow();
        return switch (state) {
            case GONE -> new Problem(Problem.Kind.GONE, what, Text.of("記録だけが残っています。", "Only its record is left."));
            case INFECTED ->
                new Problem(
                        Problem.Kind.NOT_ALLOWED,
                        what,
                        Text.of("加えた人に知らせ、安全なファイルと差し替えてもらってください。", "Tell whoever added it, and ask for a safe one."));
            case QUARANTINED, CLEAN, UNSCANNED, RELEASED ->
                new Problem(
                        Problem.Kind.NOT_ALLOWED,
                        what,
                        Text.of(
                                "検査が済むか、管理者が隔離を解くと開けます。",
                                "It opens once it was scanned or an administrator releases it."));
        };
    }
}
