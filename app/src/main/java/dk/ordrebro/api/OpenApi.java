package dk.ordrebro.api;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The description of the API, beyond what the code says of itself: the push format, its examples, the token, the problems. */
@Configuration(proxyBeanMethods = false)
class OpenApi {

    private static final String BEARER = "token";
    private static final List<String> EXAMPLES = List.of("consumer", "business", "everything");
    private static final Map<String, String> PROBLEMS = Map.of(
            "401", "The token is missing or not valid",
            "403", "The token's role may not do this",
            "404", "There is no such thing in this company",
            "409", "It cannot be done as things stand",
            "413", "The body is larger than 1 MiB",
            "422", "The body cannot be read; errors lists every problem with its path",
            "429", "Too many calls; Retry-After says when to come back");

    @Bean
    OpenAPI description() throws IOException {
        Components components = new Components()
                .addSecuritySchemes(
                        BEARER,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description("An API token, made under Indstillinger → API"))
                .addSecuritySchemes(
                        "basic",
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("basic")
                                .description("As in Shipmondo: the shop's short name as user, an API token as key"));
        for (String example : EXAMPLES) {
            components.addExamples(example, new Example().value(resource(example + ".json", Map.class)));
        }
        return new OpenAPI()
                .info(new Info()
                        .title("Ordrebro")
                        .version("1")
                        .description(
                                "Push orders, handle them, see what became of them in the books. Amounts may be JSON numbers or texts; they are read as decimals and answered as texts.")
                        .license(new License().name("Apache-2.0").url("https://www.apache.org/licenses/LICENSE-2.0")))
                .servers(List.of(new Server().url("/")))
                .security(List.of(new SecurityRequirement().addList(BEARER)))
                .components(components);
    }

    /** Last, because the schemas the code yields would otherwise replace ours. */
    @Bean
    OpenApiCustomizer pushFormat() {
        return openApi -> {
            openApi.getComponents().addSchemas("Order", schema("order.schema.json"));
            openApi.getComponents().addSchemas("Problem", schema("problem.schema.json"));
            openApi.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    // there errors have the other program's shape
                    .filter(operation -> !operation.getTags().contains("Shipmondo"))
                    .forEach(OpenApi::describeProblems);
        };
    }

    private static void describeProblems(Operation operation) {
        boolean writes = operation.getRequestBody() != null;
        PROBLEMS.forEach((status, meaning) -> {
            boolean onlyOnWrites = List.of("409", "413", "422").contains(status);
            if (writes || !onlyOnWrites) {
                operation.getResponses().addApiResponse(status, problem(meaning));
            }
        });
    }

    private static ApiResponse problem(String meaning) {
        Schema<?> schema = new Schema<>().$ref("#/components/schemas/Problem");
        return new ApiResponse()
                .description(meaning)
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(schema)));
    }

    private static Schema<?> schema(String name) {
        try {
            return resource(name, Schema.class);
        } catch (IOException missing) {
            throw new IllegalStateException("The program lacks its own file " + name, missing);
        }
    }

    private static <T> T resource(String name, Class<T> type) throws IOException {
        try (InputStream in = Objects.requireNonNull(OpenApi.class.getResourceAsStream(name), name)) {
            return Json31.mapper().readValue(in, type);
        }
    }
}
