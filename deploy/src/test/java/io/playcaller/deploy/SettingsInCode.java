package io.playcaller.deploy;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The settings that compiled code declares by {@code @ConfigMapping} and {@code @ConfigProperty}. */
record SettingsInCode(Set<String> keys) {

    private static final String MAPPING = "io.smallrye.config.ConfigMapping";
    private static final String PROPERTY = "org.eclipse.microprofile.config.inject.ConfigProperty";
    private static final String NAMED = "io.smallrye.config.WithName";

    static SettingsInCode of(Path... compiled) {
        for (Path directory : compiled) {
            if (!Files.isDirectory(directory)) {
                throw new AssertionError(directory + " is missing: compile that module before this test");
            }
        }
        JavaClasses classes = new ClassFileImporter().importPaths(compiled);
        Set<String> keys = new TreeSet<>();
        classes.forEach(type -> {
            value(type, MAPPING, "prefix").ifPresent(prefix -> mapped(prefix, type, keys));
            injected(type).forEach(keys::add);
        });
        return new SettingsInCode(keys);
    }

    private static void mapped(String prefix, JavaClass mapping, Set<String> keys) {
        for (JavaMethod method : mapping.getMethods()) {
            String key = prefix + "." + value(method, NAMED, "value").orElseGet(() -> kebab(method.getName()));
            JavaClass type = method.getRawReturnType();
            if (type.isInterface() && type.getPackageName().startsWith("io.playcaller")) {
                mapped(key, type, keys);
            } else {
                keys.add(key);
            }
        }
    }

    private static Stream<String> injected(JavaClass type) {
        Stream<String> parameters = type.getConstructors().stream()
                .flatMap(constructor -> constructor.getParameters().stream())
                .flatMap(parameter -> value(parameter, PROPERTY, "name").stream());
        Stream<String> produced = type.getMethods().stream()
                .flatMap(method -> method.getParameters().stream())
                .flatMap(parameter -> value(parameter, PROPERTY, "name").stream());
        Stream<String> fields = type.getFields().stream().flatMap(field -> value(field, PROPERTY, "name").stream());
        return Stream.of(parameters, produced, fields).flatMap(found -> found);
    }

    private static Optional<String> value(HasAnnotations<?> element, String annotation, String attribute) {
        return element.getAnnotations().stream()
                .filter(found -> found.getRawType().getName().equals(annotation))
                .findFirst()
                .flatMap((JavaAnnotation<?> found) -> found.get(attribute))
                .map(String.class::cast);
    }

    private static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
