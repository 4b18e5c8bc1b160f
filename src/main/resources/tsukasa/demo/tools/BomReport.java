import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/// Sends a bill of materials to the agency's check and writes the answer: java BomReport https://address bom.json
public final class BomReport {
    private static final Logger LOG = LogManager.getLogger(BomReport.class);

    private BomReport() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 2) {
            LOG.error("Give the address of the agency and the file with the bill of materials.");
            System.exit(2);
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(arguments[0] + "/api/sbom-check"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofFile(Path.of(arguments[1])))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        LOG.info("The check answered {}.", answer.statusCode());
        System.out.println(answer.body());
        System.exit(answer.statusCode() == 200 ? 0 : 1);
    }
}
