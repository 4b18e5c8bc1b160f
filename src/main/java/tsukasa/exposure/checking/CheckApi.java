package tsukasa.exposure.checking;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.util.WebUtils;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Problem.Kind;
import tsukasa.kernel.PublicAddress;
import tsukasa.kernel.Text;
import tsukasa.kernel.openapi.Described;
import tsukasa.kernel.page.Frame;

/// The check for machines: one question, one answer, nothing kept.
@RestController
class CheckApi {
    private final Sent sent;
    private final PublicAddress address;

    CheckApi(Sent sent, PublicAddress address) {
        this.sent = sent;
        this.address = address;
    }

    @PostMapping("/api/sbom-check")
    @Described(
            "Checks a bill of materials (CycloneDX, SPDX; as the body, or as the part sbom with parts vex) against the "
                    + "database. Accept: JSON, text/csv, application/sarif+json or application/vnd.cyclonedx+json; or "
                    + "as=json|csv|sarif|vdr|vex. JSON lists the gravest 5,000 findings, or as many as findings=N says, up "
                    + "to 100,000; counts are of all")
    ResponseEntity<StreamingResponseBody> check(
            Frame frame,
            HttpServletRequest request,
            @RequestHeader(name = "Accept", defaultValue = "*/*") String accept,
            @RequestParam(name = "as", defaultValue = "") String as,
            @RequestParam(name = "findings", defaultValue = "5000") int most)
            throws IOException {
        if (most < 0 || most > Checker.MOST_FINDINGS) {
            throw Problem.invalid(
                    Text.of("findings は0から100,000までの数です。", "findings is a number from 0 to 100,000."),
                    Text.of("数を直して、もう一度送ってください。", "Correct the number and send it again."));
        }
        Written written = as.isEmpty() ? accepted(accept) : Written.of(as).orElseThrow(CheckApi::unknown);
        MultipartHttpServletRequest parts = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        Checked checked = parts == null ? ofBody(request) : ofParts(parts);
        return answer(written, checked, most, frame, address.base());
    }

    private static ResponseEntity<StreamingResponseBody> answer(
            Written written, Checked checked, int most, Frame frame, String base) {
        return plain(written).body(out -> written.write(checked, most, base, frame.language(), out));
    }

    /// All that is kept, as a file.
    static ResponseEntity<StreamingResponseBody> file(Written written, Checked checked, Frame frame, String base) {
        return plain(written)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + written.file() + "\"")
                .body(out -> written.write(checked, Checker.MOST_FINDINGS, base, frame.language(), out));
    }

    private static ResponseEntity.BodyBuilder plain(Written written) {
        return ResponseEntity.ok().contentType(written.type()).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private Checked ofParts(MultipartHttpServletRequest parts) throws IOException {
        MultipartFile sbom = parts.getFile("sbom");
        if (sbom == null) {
            throw Problem.invalid(
                    Text.of("部分 sbom がありません。", "There is no part sbom."),
                    Text.of(
                            "SBOM を sbom に、VEX があれば vex に入れて送ってください。",
                            "Send the SBOM in the part sbom, and VEX documents in parts vex."));
        }
        return sent.check(sbom::getInputStream, sbom.getSize(), sources(parts.getFiles("vex")));
    }

    static List<Sent.Source> sources(@Nullable List<MultipartFile> files) {
        return files == null
                ? List.of()
                : files.stream()
                        .filter(file -> !file.isEmpty())
                        .<Sent.Source>map(file -> file::getInputStream)
                        .toList();
    }

    private Checked ofBody(HttpServletRequest request) throws IOException {
        String type = request.getContentType();
        if (type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)) {
            throw new Problem(
                    Kind.UNSUPPORTED,
                    Text.of("フォームの形式では受け付けていません。", "It is not accepted as a form."),
                    Text.of(
                            "Content-Type を application/json などにして、SBOM をそのまま送ってください。",
                            "Send the SBOM as it is, with Content-Type: application/json or the like."));
        }
        return sent.check(request::getInputStream, request.getContentLengthLong(), List.of());
    }

    private static Written accepted(String accept) {
        try {
            for (MediaType type : sorted(accept)) {
                Optional<Written> written = java.util.Arrays.stream(Written.values())
                        .filter(each -> type.includes(each.type()))
                        .findFirst();
                if (written.isPresent()) {
                    return written.get();
                }
            }
        } catch (org.springframework.http.InvalidMediaTypeException e) {
            throw unknown();
        }
        throw unknown();
    }

    private static List<MediaType> sorted(String accept) {
        List<MediaType> types = new java.util.ArrayList<>(MediaType.parseMediaTypes(accept));
        types.sort(
                java.util.Comparator.comparingDouble(MediaType::getQualityValue).reversed());
        return types;
    }

    private static Problem unknown() {
        return Problem.invalid(
                Text.of("求められた形式では答えられません。", "The result cannot be had in the form that was asked for."),
                Text.of(
                        "application/json、text/csv、application/sarif+json、application/vnd.cyclonedx+json から選んでください。",
                        "Choose application/json, text/csv, application/sarif+json or application/vnd.cyclonedx+json."));
    }
}
