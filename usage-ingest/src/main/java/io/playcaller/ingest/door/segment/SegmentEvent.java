package io.playcaller.ingest.door.segment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.playcaller.ingest.catalogue.Signs;
import io.playcaller.ingest.event.Draft;
import io.playcaller.ingest.event.Places;
import io.playcaller.ingest.event.SentTimes;
import io.playcaller.ingest.event.Statement;
import io.playcaller.ingest.event.Subject;
import io.playcaller.ingest.json.JsonFields;
import io.playcaller.ingest.json.RefusedJsonException;
import io.playcaller.ingest.json.StorableText;
import io.playcaller.ingest.person.ExternalId;
import io.playcaller.ingest.person.ProfilePatch;
import io.playcaller.ingest.refusal.Refusal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one event in Segment's shape says. */
final class SegmentEvent {

    /** What this destination is called in {@code integrations}; case counts there. */
    private static final String INTEGRATION = "Playcaller";

    private static final String ORIGINAL = "originalTimestamp";
    private static final String CONTEXT = "context";
    private static final String TRAITS = "traits";
    private static final String MESSAGE_ID =
            "a text of at most " + JsonFields.MAX_MESSAGE_ID + " characters, none of them NUL";
    private static final long MAX_QUANTITY = 1_000_000_000L;

    /** What is read of {@code context} and of {@code integrations}. */
    private static final List<String> READ =
            List.of("groupId", TRAITS, "userAgent", "impersonator", "impersonated", INTEGRATION);

    /** What is beyond them shows nothing: a batch may say them once for all its items. */
    private static final int MOST_TRAITS = 100;

    private SegmentEvent() {}

    /** What is read of what a batch says for all its items. All of it, copied for each of them, would fill the memory. */
    static ObjectNode readOf(ObjectNode shared) {
        ObjectNode read = JsonNodeFactory.instance.objectNode();
        READ.stream().filter(shared::has).forEach(name -> read.set(name, shared.get(name)));
        return read;
    }

    /** The {@code messageId}, null when there is none: the door then gives one. */
    static @Nullable String statedId(JsonNode event) {
        JsonNode id = event.path("messageId");
        return id.isTextual() && !id.textValue().isBlank() ? id.textValue().strip() : null;
    }

    static Draft draft(SegmentCall call, JsonFields event, String id) {
        if (isSwitchedOff(event)) {
            throw new RefusedJsonException(Refusal.field(
                    Refusal.SWITCHED_OFF, event.at("integrations/" + INTEGRATION), "true or absent", "false"));
        }
        requireId(event, id);
        Places places = new Places(event.at("messageId"), event.at(event.has(ORIGINAL) ? ORIGINAL : "timestamp"), "");
        return new Draft(id, times(event), subject(call, event), statement(call, event), places);
    }

    /** A number is not taken for an absent id: each of its retries would get another one, and count. */
    private static void requireId(JsonFields event, String id) {
        JsonNode stated = event.node("messageId");
        if (stated != null && !stated.isTextual()) {
            throw event.invalid("messageId", MESSAGE_ID, stated);
        }
        if (id.length() > JsonFields.MAX_MESSAGE_ID || !StorableText.isStorable(id)) {
            throw event.invalid("messageId", MESSAGE_ID, id);
        }
    }

    /** {@code All: false} switches off who is served behind the receiver, and not the receiver: Segment reads it so. */
    private static boolean isSwitchedOff(JsonFields event) {
        JsonNode integrations = event.node("integrations");
        return integrations != null
                && integrations.path(INTEGRATION).isBoolean()
                && !integrations.path(INTEGRATION).booleanValue();
    }

    private static SentTimes times(JsonFields event) {
        Instant original = event.optionalInstant(ORIGINAL);
        return new SentTimes(
                original == null ? event.optionalInstant("timestamp") : original, event.optionalInstant("sentAt"));
    }

    /** The person is mandatory, as with Segment, unless the event names its account: then a machine may have done it. */
    private static Subject subject(SegmentCall call, JsonFields event) {
        String account = account(event);
        ExternalId person = person(call, event);
        if (call == SegmentCall.GROUP && account == null) {
            throw missing(event.at("groupId"), "the id of the account");
        }
        boolean needsPerson = call == SegmentCall.IDENTIFY || call == SegmentCall.GROUP || call == SegmentCall.ALIAS;
        if (person == null && (needsPerson || account == null)) {
            throw missing(event.at("userId"), "userId or anonymousId");
        }
        return Subject.of(account, person).showing(signs(event));
    }

    private static @Nullable String account(JsonFields event) {
        String named = event.optionalText("accountId");
        if (named == null) {
            named = event.optionalText("groupId");
        }
        return named == null ? object(event, CONTEXT).optionalText("groupId") : named;
    }

    /** What is of another type than it should be shows nothing; it refuses no event. */
    private static Signs signs(JsonFields event) {
        JsonNode context = event.node(CONTEXT);
        if (context == null) {
            return Signs.NONE;
        }
        return new Signs(
                email(context.path(TRAITS).path("email")),
                context.path("userAgent").textValue(),
                context.hasNonNull("impersonator")
                        || context.path("impersonated").asBoolean(),
                values(context.path(TRAITS)));
    }

    private static Map<String, String> values(JsonNode traits) {
        if (traits.isEmpty()) {
            return Map.of();
        }
        Map<String, String> values = new HashMap<>();
        traits.properties().stream()
                .filter(trait -> trait.getValue().isValueNode())
                .limit(MOST_TRAITS)
                .forEach(trait -> values.put(trait.getKey(), trait.getValue().asText()));
        return values;
    }

    private static @Nullable String email(JsonNode stated) {
        return stated.isValueNode() ? stated.asText() : null;
    }

    /** Old clients say {@code to} in an alias. */
    private static @Nullable ExternalId person(SegmentCall call, JsonFields event) {
        String user = event.optionalText("userId");
        if (user == null && call == SegmentCall.ALIAS) {
            user = event.optionalText("to");
        }
        if (user != null) {
            return ExternalId.user(user);
        }
        String anonymous = event.optionalText("anonymousId");
        return anonymous == null ? null : ExternalId.anonymous(anonymous);
    }

    private static Statement statement(SegmentCall call, JsonFields event) {
        return switch (call) {
            case TRACK -> usage(event.text("event"), object(event, "properties"), true);
            case PAGE, SCREEN -> view(call, event);
            case IDENTIFY -> new Statement.OfAPerson(profile(traits(event)), false);
            case GROUP -> new Statement.OfAPerson(ProfilePatch.NOTHING, true);
            case ALIAS -> alias(previous(event));
        };
    }

    private static Statement usage(String name, JsonFields properties, boolean meaningful) {
        Long quantity = properties.optionalInteger("quantity", 1, MAX_QUANTITY);
        return new Statement.Usage(
                name,
                properties.optionalText("feature"),
                properties.optionalText("productId"),
                quantity == null ? 1 : quantity,
                properties.bool("meaningful", meaningful));
    }

    /** A view is no use by itself; the page or screen is the feature. */
    private static Statement view(SegmentCall call, JsonFields event) {
        JsonFields properties = object(event, "properties");
        String feature = properties.optionalText("feature");
        return new Statement.Usage(
                call.word(),
                feature == null ? event.optionalText("name") : feature,
                properties.optionalText("productId"),
                1,
                properties.bool("meaningful", false));
    }

    /** RudderStack's SDKs say in {@code context} who the person is, and nothing beside it. */
    private static JsonFields traits(JsonFields event) {
        JsonNode stated = event.node(TRAITS);
        boolean nothing = stated == null || (stated.isObject() && stated.isEmpty());
        return object(nothing ? object(event, CONTEXT) : event, TRAITS);
    }

    private static ProfilePatch profile(JsonFields traits) {
        String name = traits.optionalText("name");
        if (name == null) {
            name = Stream.of("firstName", "lastName")
                    .map(traits::optionalText)
                    .filter(part -> part != null)
                    .collect(Collectors.joining(" "));
        }
        return new ProfilePatch(
                name.isEmpty() ? null : name, traits.optionalText("email"), traits.optionalText("title"), null, null);
    }

    /** The previous id is that of a browser before log-in, or an old user id: nothing tells which. */
    private static Statement alias(String previous) {
        return new Statement.Alias(List.of(ExternalId.anonymous(previous), ExternalId.user(previous)));
    }

    /** Old clients say {@code from}. */
    private static String previous(JsonFields event) {
        return event.has("previousId") || !event.has("from") ? event.text("previousId") : event.text("from");
    }

    private static JsonFields object(JsonFields event, String name) {
        JsonNode node = event.node(name);
        return JsonFields.of(node == null ? JsonNodeFactory.instance.objectNode() : node, event.at(name));
    }

    private static RefusedJsonException missing(String field, String expected) {
        return new RefusedJsonException(Refusal.field(Refusal.FIELD_MISSING, field, expected, "absent"));
    }
}
