package tsukasa.exposure.bom;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import tsukasa.exposure.Bill;
import tsukasa.exposure.BillReader;
import tsukasa.exposure.BillReading;
import tsukasa.naming.CpeNames;
import tsukasa.naming.PackageUrls;

/// Reads documents of our own invention in the short way.
final class BillExample {
    private final BillReader reader;

    BillExample() {
        AnnotationConfigApplicationContext naming =
                new AnnotationConfigApplicationContext(new DefaultListableBeanFactory());
        naming.scan("tsukasa.naming");
        naming.refresh();
        reader = new BillDesk(naming.getBean(PackageUrls.class), naming.getBean(CpeNames.class));
    }

    BillReader reader() {
        return reader;
    }

    BillReading reading(byte[] document) {
        try {
            return reader.read(new ByteArrayInputStream(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    BillReading reading(String document) {
        return reading(document.getBytes(StandardCharsets.UTF_8));
    }

    Bill bill(String document) {
        return bill(document.getBytes(StandardCharsets.UTF_8));
    }

    Bill bill(byte[] document) {
        return switch (reading(document)) {
            case BillReading.Read(Bill bill) -> bill;
            case BillReading.Refused refused ->
                throw new AssertionError(refused.why().en());
        };
    }

    BillReading.Refused refusal(byte[] document) {
        return switch (reading(document)) {
            case BillReading.Read(Bill bill) -> throw new AssertionError("it was read as " + bill.format());
            case BillReading.Refused refused -> refused;
        };
    }

    BillReading.Refused refusal(String document) {
        return refusal(document.getBytes(StandardCharsets.UTF_8));
    }
}
