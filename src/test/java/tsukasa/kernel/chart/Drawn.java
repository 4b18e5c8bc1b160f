package tsukasa.kernel.chart;

import gg.jte.Content;
import gg.jte.output.StringOutput;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;

/// A chart as it was drawn, to be measured.
record Drawn(String markup) {
    static Drawn of(Content chart) {
        StringOutput output = new StringOutput();
        chart.writeTo(output);
        return new Drawn(output.toString());
    }

    /// Fails when the markup is not well-formed.
    Document document() {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(("<all>" + markup + "</all>").getBytes(StandardCharsets.UTF_8)));
        } catch (Exception e) {
            throw new AssertionError("not well-formed: " + markup, e);
        }
    }

    List<String> values(String element, String attribute) {
        List<String> found = new ArrayList<>();
        Matcher matcher = Pattern.compile("<" + element + "[^>]* " + attribute + "=\"([^\"]*)\"")
                .matcher(markup);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    long count(String part) {
        return Pattern.compile(Pattern.quote(part)).matcher(markup).results().count();
    }
}
