package dk.ordrebro.api;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The body is an order in our push format; {@link OpenApi} puts schema and examples in. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@RequestBody(
        required = true,
        content =
                @Content(
                        mediaType = "application/json",
                        schema = @Schema(ref = "#/components/schemas/Order"),
                        examples = {
                            @ExampleObject(name = "consumer", ref = "#/components/examples/consumer"),
                            @ExampleObject(name = "business", ref = "#/components/examples/business"),
                            @ExampleObject(name = "everything", ref = "#/components/examples/everything")
                        }))
@interface OrderBody {}
