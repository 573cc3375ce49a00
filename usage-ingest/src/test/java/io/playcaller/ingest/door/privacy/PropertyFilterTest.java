package io.playcaller.ingest.door.privacy;

import static io.playcaller.ingest.privacy.Treatment.DROP;
import static io.playcaller.ingest.privacy.Treatment.HASH;
import static io.playcaller.ingest.privacy.Treatment.MASK;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.playcaller.ingest.event.RawItem;
import io.playcaller.ingest.json.DoorJson;
import io.playcaller.ingest.privacy.Needs;
import io.playcaller.ingest.privacy.PropertyPath;
import io.playcaller.ingest.privacy.PropertyRule;
import io.playcaller.ingest.privacy.Pseudonyms;
import io.playcaller.ingest.privacy.Treated;
import io.playcaller.ingest.privacy.Treatment;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PropertyFilterTest {

    private static final Pseudonyms PSEUDONYMS = Pseudonyms.under("a secret of this test");
    private static final String ANN = PSEUDONYMS.of("ann@example.com");

    @Test
    void eachListDoesWhatItSays() {
        RawItem kept = treat("""
                {"traits":{"email":"ann@example.com","phone":49301234,"plan":"gold"},"context":{"ip":"10.0.0.1"}}""", rule(DROP, "/context/ip"), rule(MASK, "/traits/phone"), rule(HASH, "/traits/email"));

        assertThat(text(kept))
                .isEqualTo("{\"traits\":{\"email\":\"%s\",\"phone\":\"***\",\"plan\":\"gold\"},\"context\":{}}"
                        .formatted(ANN));
        assertThat(kept.treated())
                .containsExactly(
                        new Treated("/context/ip", DROP),
                        new Treated("/traits/phone", MASK),
                        new Treated("/traits/email", HASH));
    }

    @Test
    void anyNameOfOneLevelAndAnyElementOfAnArray() {
        RawItem kept = treat(
                "{\"c\":{\"a\":{\"id\":1,\"x\":2},\"b\":{\"id\":3},\"d\":\"text\"},\"l\":[{\"id\":4},{\"id\":5},6]}",
                rule(DROP, "/c/*/id"),
                rule(DROP, "/l/*/id"));

        assertThat(text(kept)).isEqualTo("{\"c\":{\"a\":{\"x\":2},\"b\":{},\"d\":\"text\"},\"l\":[{},{},6]}");
    }

    @Test
    void elementsOfAnArrayAreDroppedWhereTheyStand() {
        assertThat(text(treat("{\"l\":[1,2,3]}", rule(DROP, "/l/*")))).isEqualTo("{\"l\":[]}");
        assertThat(text(treat("{\"l\":[1,2,3]}", rule(DROP, "/l/1")))).isEqualTo("{\"l\":[1,3]}");
        assertThat(text(treat("{\"l\":[1]}", rule(DROP, "/l/7"), rule(DROP, "/l/x"))))
                .isEqualTo("{\"l\":[1]}");
    }

    @Test
    void theHashOfAListIsThatOfItsElementsAndAnObjectIsMasked() {
        RawItem kept = treat(
                "{\"who\":[\"ann@example.com\",\"ann@example.com\"],\"o\":{\"email\":\"ann@example.com\"}}",
                rule(HASH, "/who"),
                rule(HASH, "/o"));

        assertThat(text(kept)).isEqualTo("{\"who\":[\"%s\",\"%s\"],\"o\":\"***\"}".formatted(ANN, ANN));
        assertThat(kept.treated()).contains(new Treated("/o", MASK));
    }

    @Test
    void ofSeveralRulesTheStrictestHolds() {
        assertThat(text(treat("{\"a\":\"x\"}", rule(HASH, "/a"), rule(MASK, "/a"))))
                .isEqualTo("{\"a\":\"***\"}");
        assertThat(text(treat("{\"a\":\"x\"}", rule(HASH, "/*"), rule(MASK, "/a"), rule(DROP, "/a"))))
                .isEqualTo("{}");
    }

    @Test
    void treatedTwiceItIsTheSame() {
        PropertyRule[] rules = {rule(HASH, "/userId"), rule(MASK, "/name"), rule(DROP, "/ip")};
        String once = text(treat("{\"userId\":\"ann\",\"name\":\"Ann\",\"ip\":\"10.0.0.1\"}", rules));

        RawItem twice = treat(once, rules);

        assertThat(text(twice)).isEqualTo(once);
        assertThat(twice.treated()).isEmpty();
    }

    @Test
    void whatIsNothingStaysNothing() {
        String nothing = "{\"a\":null,\"b\":\" \"}";

        assertThat(text(treat(nothing, rule(HASH, "/a"), rule(HASH, "/b"), rule(MASK, "/a"))))
                .isEqualTo(nothing);
    }

    @Test
    void whatADoorNeedsIsSparedByAny() {
        PropertyFilter filter =
                new PropertyFilter(List.of(rule(DROP, "/context/*")), Needs.at("/context/groupId"), PSEUDONYMS);

        RawItem kept = treat("{\"context\":{\"groupId\":\"acme\",\"ip\":\"10.0.0.1\",\"*\":1}}", filter);

        assertThat(text(kept)).isEqualTo("{\"context\":{\"groupId\":\"acme\"}}");
    }

    @Test
    void aTextWhereAnObjectBelongsHidesNothing() {
        String hidden = "{\"traits\":\"{\\\"email\\\":\\\"ann@example.com\\\"}\",\"event\":\"Login\"}";

        assertThat(text(treat(hidden, rule(DROP, "/traits/email"))))
                .isEqualTo("{\"traits\":\"***\",\"event\":\"Login\"}");
        assertThat(text(treat(hidden, rule(DROP, "/*/email")))).contains("Login");
    }

    @Test
    void aListWhereAnObjectBelongsHidesNothing() {
        String hidden = "{\"traits\":[[{\"email\":\"ann@example.com\"}],"
                + "{\"email\":\"ann@example.com\",\"plan\":\"gold\"},1]}";

        assertThat(text(treat(hidden, rule(DROP, "/traits/email"))))
                .isEqualTo("{\"traits\":[[{}],{\"plan\":\"gold\"},1]}");
        assertThat(treat(hidden, rule(HASH, "/traits/email")).treated())
                .containsExactly(new Treated("/traits/1/email", HASH), new Treated("/traits/0/0/email", HASH));
    }

    @Test
    void whatADoorNeedsIsSparedInAListToo() {
        PropertyFilter filter =
                new PropertyFilter(List.of(rule(DROP, "/items/from")), Needs.at("/items/*/from"), PSEUDONYMS);

        assertThat(text(treat("{\"items\":[{\"from\":\"1\"}]}", filter))).isEqualTo("{\"items\":[{\"from\":\"1\"}]}");
    }

    @Test
    void ofManyPropertiesAllAreTreatedAndTwentyTold() {
        String many = IntStream.range(0, 300)
                .mapToObj(i -> "\"k%d\":\"ann@example.com\"".formatted(i))
                .collect(Collectors.joining(",", "{", "}"));

        RawItem kept = treat(many, rule(MASK, "/*"));

        assertThat(text(kept)).doesNotContain("ann@example.com");
        assertThat(kept.treated()).hasSize(20);
    }

    @Test
    void aSecondFieldOfThatNameIsNotKeptEither() {
        String twice = "{\"traits\":{\"email\":\"ann@example.com\"},\"traits\":{\"plan\":\"gold\"}}";

        assertThat(text(treat(twice, rule(DROP, "/traits/email")))).isEqualTo("{\"traits\":{\"plan\":\"gold\"}}");
    }

    @Test
    void ofWhatCannotBeReadOnlyLengthAndHashAreKept() {
        byte[] broken = "{\"email\":\"ann@example.com\"".getBytes(StandardCharsets.UTF_8);
        RawItem raw = RawItem.whole("application/json", broken, Map.of());
        Refusal refusal = Refusal.field(Refusal.UNREADABLE, "", "JSON", "unexpected ann@example.com");

        var withheld = filter(rule(DROP, "/email")).unread(0, raw, refusal);
        var asItCame = PropertyFilter.NONE.unread(0, raw, refusal);

        assertThat(text(withheld.raw())).isEqualTo("withheld: 26 bytes, " + PSEUDONYMS.of(broken));
        assertThat(withheld.raw().cameBytes()).isEqualTo(26);
        assertThat(((Step.Refused<?>) withheld.draft()).refusal().detail())
                .isEqualTo("what came must be JSON, is withheld");
        assertThat(text(asItCame.raw())).contains("ann@example.com");
    }

    private static PropertyRule rule(Treatment treatment, String path) {
        return new PropertyRule(PropertyPath.known(path), treatment);
    }

    private static PropertyFilter filter(PropertyRule... rules) {
        return new PropertyFilter(Stream.of(rules).toList(), Needs.NONE, PSEUDONYMS);
    }

    private static RawItem treat(String event, PropertyRule... rules) {
        return treat(event, filter(rules));
    }

    private static RawItem treat(String event, PropertyFilter filter) {
        byte[] bytes = event.getBytes(StandardCharsets.UTF_8);
        ObjectNode node = (ObjectNode) ((Step.Kept<?>) DoorJson.parse(bytes)).value();
        return filter.treat(node, RawItem.whole("application/json", bytes, Map.of()));
    }

    private static String text(RawItem raw) {
        return raw.payload().text();
    }
}
