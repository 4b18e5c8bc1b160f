package tsukasa.naming.purl;

import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tsukasa.naming.PackageUrl;
import tsukasa.naming.PackageUrlReading;
import tsukasa.naming.PackageUrls;

@Component
final class PurlDesk implements PackageUrls {
    @Override
    public PackageUrlReading read(String text) {
        return told(() -> PurlReader.read(text, false));
    }

    @Override
    public PackageUrlReading readStrictly(String text) {
        return told(() -> PurlReader.read(text, true));
    }

    @Override
    public PackageUrlReading build(
            @Nullable String type,
            @Nullable String namespace,
            @Nullable String name,
            @Nullable String version,
            Map<String, String> qualifiers,
            @Nullable String subpath) {
        return told(() -> PurlReader.build(type, namespace, name, version, qualifiers, subpath));
    }

    private static PackageUrlReading told(Supplier<PackageUrl> reading) {
        try {
            return new PackageUrlReading.Read(reading.get());
        } catch (NotAUrl refusal) {
            return new PackageUrlReading.Refused(refusal.why(), refusal.at());
        }
    }

    @Override
    public String text(PackageUrl url) {
        var text = new StringBuilder(64).append("pkg:").append(url.type()).append('/');
        if (url.namespace() != null) {
            Encoded.encode(text, url.namespace(), true);
            text.append('/');
        }
        Encoded.encode(text, url.name(), url.type().equals("git"));
        if (url.version() != null) {
            Encoded.encode(text.append('@'), url.version(), false);
        }
        var separator = '?';
        for (var qualifier : url.qualifiers().entrySet()) {
            text.append(separator).append(qualifier.getKey()).append('=');
            Encoded.encode(text, qualifier.getValue(), false);
            separator = '&';
        }
        if (url.subpath() != null) {
            Encoded.encode(text.append('#'), url.subpath(), true);
        }
        return text.toString();
    }
}
