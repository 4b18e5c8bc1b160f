package tsukasa.exposure.bom;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import tsukasa.exposure.Bill;
import tsukasa.exposure.BillReader;
import tsukasa.exposure.BillReading;
import tsukasa.exposure.Part;
import tsukasa.kernel.Text;
import tsukasa.naming.CpeAttribute;
import tsukasa.naming.CpeName;
import tsukasa.naming.CpeNames;
import tsukasa.naming.CpeReading;
import tsukasa.naming.CpeValue;
import tsukasa.naming.PackageUrl;
import tsukasa.naming.PackageUrlReading;
import tsukasa.naming.PackageUrls;
import tsukasa.vulnerability.Component;

/// Finds out by its first characters how a document is written.
@Service
class BillDesk implements BillReader {
    private static final int HEAD = 4096;
    private final PackageUrls urls;
    private final CpeNames cpes;

    BillDesk(PackageUrls urls, CpeNames cpes) {
        this.urls = urls;
        this.cpes = cpes;
    }

    @Override
    public BillReading read(InputStream in) throws IOException {
        try {
            Opened opened = Opened.of(in);
            Bill bill = read(opened);
            opened.finish();
            return new BillReading.Read(bill);
        } catch (Unreadable e) {
            return e.refused();
        }
    }

    private static Bill read(Opened opened) throws IOException {
        BufferedInputStream bytes = opened.in();
        Reader in = reader(bytes);
        in.mark(HEAD);
        char[] head = new char[HEAD];
        int length = read(in, head);
        in.reset();
        String begin = new String(head, 0, length).stripLeading();
        if (begin.isEmpty()) {
            throw Unreadable.unknown(Text.of("ファイルが空です。", "The file is empty."), DocumentReader.FORMATS);
        }
        return switch (begin.charAt(0)) {
            case '{', '[' -> new DocumentReader(new JsonCursor(in), "JSON").read();
            case '<' -> new DocumentReader(new XmlCursor(in), "XML").read();
            default -> otherwise(begin, in);
        };
    }

    private static Reader reader(BufferedInputStream bytes) throws IOException {
        try {
            return new java.io.BufferedReader(Decoded.reader(bytes), HEAD * 4);
        } catch (IOException e) {
            throw Opened.failed(e, Place.UNKNOWN);
        }
    }

    private static int read(Reader in, char[] head) {
        try {
            int length = 0;
            while (length < head.length) {
                int more = in.read(head, length, head.length - length);
                if (more < 0) {
                    break;
                }
                length += more;
            }
            return length;
        } catch (IOException e) {
            throw Opened.failed(e, Place.UNKNOWN);
        }
    }

    private static Bill otherwise(String begin, Reader in) throws IOException {
        if (begin.contains("SPDXVersion:")) {
            Found found = new Found();
            SpdxTags tags = new SpdxTags(in, found);
            tags.read();
            return new Bill(
                    tags.version().replace('-', ' ') + " tag-value",
                    tags.namespace(),
                    0,
                    tags.name(),
                    null,
                    found.parts(),
                    found.statements(null),
                    found.remarks().first(),
                    found.remarks().count());
        }
        if (begin.startsWith("---")
                || begin.startsWith("%YAML")
                || begin.contains("spdxVersion:")
                || begin.contains("SPDXID:")) {
            return new DocumentReader(new YamlCursor(in), "YAML").read();
        }
        throw Unreadable.unknown(
                Text.of("SBOM として知っている形式ではありません。", "This is none of the formats of an SBOM that are known here."),
                DocumentReader.FORMATS);
    }

    @Override
    public List<Component> components(Part part) {
        List<Component> all = new ArrayList<>(1 + part.cpes().size());
        if (part.purl() != null && urls.read(part.purl()) instanceof PackageUrlReading.Read(PackageUrl url)) {
            all.add(new Component.ByPackage(
                    url.version() == null && !part.version().isEmpty() ? at(url, part) : url));
        }
        for (String cpe : part.cpes()) {
            if (cpes.read(cpe) instanceof CpeReading.Read(CpeName name, var _)) {
                all.add(new Component.ByCpe(name.version() == CpeValue.ANY ? at(name, part) : name));
            }
        }
        return all;
    }

    private static PackageUrl at(PackageUrl url, Part part) {
        return new PackageUrl(url.type(), url.namespace(), url.name(), part.version(), url.qualifiers(), url.subpath());
    }

    private static CpeName at(CpeName name, Part part) {
        String version = part.version();
        boolean plain = !version.isEmpty() && version.chars().allMatch(c -> c > ' ' && c <= '~');
        return plain ? name.with(CpeAttribute.VERSION, CpeValue.literal(version)) : name;
    }
}
