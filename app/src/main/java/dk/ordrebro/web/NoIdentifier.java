package dk.ordrebro.web;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.ConditionalGenericConverter;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * A field left empty, as that of a list whose first choice is <i>all</i>, names no thing; it is not the name of one that does not exist. For every
 * record that is read by its own {@code of(String)}.
 */
final class NoIdentifier implements ConditionalGenericConverter {

    @Override
    public Set<ConvertiblePair> getConvertibleTypes() {
        return Set.of(new ConvertiblePair(String.class, Record.class));
    }

    @Override
    public boolean matches(TypeDescriptor source, TypeDescriptor target) {
        return reader(target.getType()) != null;
    }

    @Override
    public @Nullable Object convert(@Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
        Method reader = reader(to.getType());
        return source instanceof String text && !text.isBlank() && reader != null
                ? ReflectionUtils.invokeMethod(reader, null, text.strip())
                : null;
    }

    private static @Nullable Method reader(Class<?> type) {
        Method of = ClassUtils.getMethodIfAvailable(type, "of", String.class);
        return of != null && Modifier.isStatic(of.getModifiers()) && of.getReturnType() == type ? of : null;
    }
}
