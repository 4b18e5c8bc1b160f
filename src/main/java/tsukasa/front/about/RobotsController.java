package tsukasa.front.about;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import tsukasa.kernel.PublicAddress;

/// What search engines may read (RFC 9309): everything public; nothing that a secret in the address opens. The map of
/// the site is named by the address that people know.
@Controller
class RobotsController {
    private static final String RULES = """
            User-agent: *
            Disallow: /staff
            Disallow: /me
            Disallow: /sign-in
            Disallow: /demo/
            Disallow: /*/declare/
            Disallow: /*/confirm/
            Disallow: /*/stop/
            Disallow: /*/manage
            Disallow: /recovery/
            Disallow: /watch/
            Disallow: /sbom-check/

            Sitemap: %s
            """;
    private final PublicAddress address;

    RobotsController(PublicAddress address) {
        this.address = address;
    }

    @GetMapping(path = "/robots.txt", produces = MediaType.TEXT_PLAIN_VALUE)
    @ResponseBody
    String robots() {
        return RULES.formatted(address.of("/sitemap.xml"));
    }
}
