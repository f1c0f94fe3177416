package dk.ordrebro.web;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A request that carries something for every field its route asks for, so that it is refused for who sends it and not for what it lacks. */
final class Filled {

    private Filled() {}

    /**
     * @param ids where the values of id fields come from
     * @param body of an API request
     */
    static AbstractMockHttpServletRequestBuilder<?> request(Route route, String path, World ids, String body) {
        AbstractMockHttpServletRequestBuilder<?> request =
                route.parameters().stream().anyMatch(parameter -> isFile(parameter.getParameterType()))
                        ? upload(route, path)
                        : MockMvcRequestBuilders.request(HttpMethod.valueOf(route.method()), path);
        if (route.isApi()) {
            return route.changes()
                    ? request.contentType(MediaType.APPLICATION_JSON).content(body)
                    : request;
        }
        route.parameters().forEach(parameter -> fill(request, parameter, ids));
        return request;
    }

    private static AbstractMockHttpServletRequestBuilder<?> upload(Route route, String path) {
        var request = MockMvcRequestBuilders.multipart(HttpMethod.valueOf(route.method()), path);
        route.parameters().stream()
                .filter(parameter -> isFile(parameter.getParameterType()))
                .forEach(parameter ->
                        request.file(new MockMultipartFile(name(parameter), "a.csv", "text/csv", new byte[] {'a'})));
        return request;
    }

    private static boolean isFile(Class<?> type) {
        return MultipartFile.class.isAssignableFrom(type);
    }

    private static String name(MethodParameter parameter) {
        RequestParam annotation = parameter.getParameterAnnotation(RequestParam.class);
        if (annotation != null && !annotation.value().isEmpty()) {
            return annotation.value();
        }
        return Objects.requireNonNull(parameter.getParameter().getName());
    }

    private static void fill(AbstractMockHttpServletRequestBuilder<?> request, MethodParameter parameter, World ids) {
        Class<?> type = parameter.getParameterType();
        if (parameter.hasParameterAnnotation(RequestParam.class)) {
            value(type, ids).ifPresent(value -> request.param(name(parameter), value));
        } else if (type.isRecord() && type.getPackageName().startsWith("dk.ordrebro.web")) {
            for (RecordComponent field : type.getRecordComponents()) {
                value(field.getType(), ids).ifPresent(value -> request.param(field.getName(), value));
            }
        }
    }

    private static Optional<String> value(Class<?> type, World ids) {
        if (type.isEnum()) {
            return Optional.of(((Enum<?>) type.getEnumConstants()[0]).name());
        }
        if (type == boolean.class || type == Boolean.class) {
            return Optional.of("true");
        }
        if (type == UUID.class) {
            return Optional.of(UUID.randomUUID().toString());
        }
        if (type == LocalDate.class) {
            return Optional.of("2026-11-20");
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type) || type == BigDecimal.class) {
            return Optional.of("1");
        }
        return type == String.class ? Optional.of("x") : ids.ofType(type);
    }
}
