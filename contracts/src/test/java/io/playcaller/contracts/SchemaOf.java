package io.playcaller.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/** The JSON Schema that a record of the wire asks for: what is not nullable is required, more fields are welcome. */
final class SchemaOf {

    private static final SchemaGenerator GENERATOR = generator();

    private SchemaOf() {}

    static JsonNode type(EventType type) {
        ObjectNode schema = GENERATOR.generateSchema(type.record());
        schema.put("$id", type.dataSchema());
        return schema;
    }

    private static SchemaGenerator generator() {
        var builder = new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_7, OptionPreset.PLAIN_JSON)
                .with(Option.EXTRA_OPEN_API_FORMAT_VALUES);
        builder.forFields().withRequiredCheck(field -> !isNullable(field.getRawMember()));
        builder.forTypesInGeneral()
                .withCustomDefinitionProvider(
                        (type, context) -> type.getErasedType().isEnum()
                                ? new CustomDefinition(wireValues(type.getErasedType()), true)
                                : null);
        return new SchemaGenerator(builder.build());
    }

    private static boolean isNullable(Field field) {
        return field.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** What a writer of this version sends: every constant but {@code UNKNOWN}, as it stands on the wire. */
    private static ObjectNode wireValues(Class<?> enumType) {
        ObjectNode schema = WireJson.mapper().createObjectNode().put("type", "string");
        var values = schema.putArray("enum");
        for (Object constant : enumType.getEnumConstants()) {
            if (!((Enum<?>) constant).name().equals("UNKNOWN")) {
                values.add(WireJson.mapper().<JsonNode>valueToTree(constant));
            }
        }
        return schema;
    }
}
