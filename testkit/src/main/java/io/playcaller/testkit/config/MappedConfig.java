package io.playcaller.testkit.config;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.validator.BeanValidationConfigValidator;
import jakarta.validation.Constraint;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A {@code @ConfigMapping} as a service reads it at its start: durations as Quarkus writes them, bounds checked, unknown
 * keys refused.
 */
public final class MappedConfig<T> {

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();
    private static final int ABOVE_BUILT_IN = 200;
    private static final Set<Class<?>> MEASURES = Set.of(
            int.class, long.class, short.class, double.class, Integer.class, Long.class, Double.class, Duration.class);

    private final Class<T> mapping;
    private final String prefix;

    private MappedConfig(Class<T> mapping) {
        this.mapping = mapping;
        this.prefix = mapping.getAnnotation(ConfigMapping.class).prefix();
    }

    public static <T> MappedConfig<T> of(Class<T> mapping) {
        return new MappedConfig<>(mapping);
    }

    /**
     * Reads these properties and nothing else.
     *
     * @param properties by their keys below the mapping's prefix
     * @throws RuntimeException naming each key that is unknown, missing or out of its bounds
     */
    public T read(Map<String, String> properties) {
        Map<String, String> full = new HashMap<>();
        properties.forEach((key, value) -> full.put(prefix + "." + key, value));
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(mapping)
                .withConverter(Duration.class, ABOVE_BUILT_IN, new DurationConverter())
                .withDefaultValue("quarkus.application.name", "a-service")
                .withValidator((BeanValidationConfigValidator) () -> VALIDATOR)
                .withSources(new PropertiesConfigSource(full, "the test's", ABOVE_BUILT_IN))
                .build()
                .getConfigMapping(mapping);
    }

    /** The numbers and durations that nothing bounds: any value would be taken, also one with which nothing works. */
    public Set<String> unbounded() {
        Set<String> found = new TreeSet<>();
        collect(mapping, prefix, found);
        return found;
    }

    private void collect(Class<?> group, String path, Set<String> found) {
        for (Method method : group.getMethods()) {
            look(
                    method.getAnnotatedReturnType(),
                    List.of(method.getAnnotations()),
                    path + "." + method.getName(),
                    found);
        }
    }

    private void look(AnnotatedType type, List<Annotation> on, String path, Set<String> found) {
        if (type instanceof AnnotatedParameterizedType generic) {
            for (AnnotatedType part : generic.getAnnotatedActualTypeArguments()) {
                look(part, on, path, found);
            }
        } else if (type.getType() instanceof Class<?> leaf) {
            boolean bounded = Stream.concat(on.stream(), Stream.of(type.getAnnotations()))
                    .anyMatch(annotation -> annotation.annotationType().isAnnotationPresent(Constraint.class));
            if (leaf.isInterface() && leaf.getNestHost() == mapping.getNestHost()) {
                collect(leaf, path, found);
            } else if (MEASURES.contains(leaf) && !bounded) {
                found.add(path);
            }
        }
    }
}
