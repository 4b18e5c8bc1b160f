package tsukasa.kernel.openapi;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tsukasa.kernel.Settings;

@RestController
class OpenApiController {
    private final RequestMappingHandlerMapping mappings;
    private final Settings settings;
    private final ObjectMapper json = JsonMapper.builder().build();

    OpenApiController(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings, Settings settings) {
        this.mappings = mappings;
        this.settings = settings;
    }

    @GetMapping(path = "/api/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @Described("This description")
    ResponseEntity<byte[]> description() {
        String title = settings.agency().en() + " API";
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(json.writeValueAsBytes(OpenApi.describe(mappings.getHandlerMethods(), title)));
    }
}
