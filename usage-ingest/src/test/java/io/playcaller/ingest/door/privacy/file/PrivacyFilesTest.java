package io.playcaller.ingest.door.privacy.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.playcaller.chassis.yaml.ConfigException;
import io.playcaller.ingest.door.privacy.PropertyFilters;
import io.playcaller.ingest.door.webhook.file.Surroundings;
import io.playcaller.ingest.door.webhook.file.WebhookFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivacyFilesTest {

    private static final String SECRET_FIX =
            "; name a setting or environment variable that holds a secret of at least 32 characters";

    private static final Map<String, String> SETTINGS = Map.of(
            "GOOD", "a secret of at least 32 characters",
            "LINE", "a secret of at least 32 characters\n",
            "SHORT", "thirty-one characters are fewer",
            "DESK", "the secret of the desk");

    private static final String DESK = """
            webhooks:
              desk:
                kind: zendesk
                secrets: [DESK]
                fields:
                  accountId: {at: /detail/organization_id}
                  userId: {at: /detail/requester_id}
                  theme: {at: /detail/subject}
              survey:
                kind: generic
                feeds: [feedback]
                secrets: [DESK]
                proof: {by: bearer}
                facts:
                  - make: feedback.survey-answered.v1
                    when: {at: /kind, is: [nps]}
                    id: {at: /id}
                    time: {at: /at}
                    fields:
                      survey: {constant: nps}
                      accountId: {at: /account}
                      userId: {at: /user}
                      score: {at: /answer/score}
                      comment: {at: /answer/comment}
            """;

    @TempDir
    private Path directory;

    @Test
    void noRuleShips() {
        PropertyFilters filters = PrivacyFiles.read(Optional.empty(), name -> Optional.empty(), List.of());

        assertThat(filters.of("web").isNone()).isTrue();
        assertThat(filters.named()).isEmpty();
    }

    @Test
    void rulesAreOfASourceOrOfEveryOneButOurOwnServices() throws IOException {
        PropertyFilters filters = read("""
                secret: GOOD
                every-source:
                  drop: [/context/ip, /context/*/advertisingId]
                sources:
                  web:
                    mask: [/properties/comment]
                    hash: [/userId, /traits/email]
                """);

        assertThat(filters.of("web").isNone()).isFalse();
        assertThat(filters.of("mobile").isNone()).isFalse();
        assertThat(filters.of("playcaller/play-router").isNone()).isTrue();
        assertThat(filters.named()).containsExactly("web");
    }

    @Test
    void oneThatWouldTakeAwayWhatTheDoorNeedsIsNone() throws IOException {
        assertThat(faults("""
                secret: GOOD
                every-source:
                  drop:
                    - /userId
                    - /context
                  mask: [/properties, /data/score]
                sources:
                  web:
                    hash: [/context/groupId, /properties/quantity, /type/x]
                """))
                .containsExactly(
                        at(
                                3,
                                "every-source.drop: has /userId, and the door needs /userId;"
                                        + " it may stand under hash: a hash is the same each time"),
                        at(
                                3,
                                "every-source.drop: has /context, and the door needs /context/groupId; name what"
                                        + " stands in it, as in /context/*, which spares what is needed"),
                        at(
                                6,
                                "every-source.mask: has /properties, and the door needs /properties;"
                                        + " it may stand under drop: otherwise it could not be read"),
                        at(6, "every-source.mask: has /data/score, and the door needs /data/score; take it out"),
                        at(
                                9,
                                "sources.web.hash: has /context/groupId, and the door needs /context/groupId;"
                                        + " take it out"),
                        at(
                                9,
                                "sources.web.hash: has /properties/quantity, and the door needs"
                                        + " /properties/quantity; it may stand under drop: otherwise it could not be read"),
                        at(9, "sources.web.hash: has /type/x, and the door needs /type; take it out"));
    }

    @Test
    void aNumberThatIsNotRequiredMayOnlyBeDropped() throws IOException {
        assertThat(faults("""
                secret: GOOD
                every-source:
                  drop: [/data/baseline]
                  mask: [/data/target]
                """))
                .containsExactly(at(
                        4,
                        "every-source.mask: has /data/target, and the door needs /data/target;"
                                + " it may stand under drop: otherwise it could not be read"));
    }

    @Test
    void aWebhookNeedsItsOwnPlaces() throws IOException {
        assertThat(faults("""
                secret: GOOD
                sources:
                  desk:
                    drop: [/detail/requester_id, /detail/subject, /event/comment]
                    mask: [/detail/status]
                    hash: [/detail/organization_id, /detail/id]
                  survey:
                    drop: [/answer/comment, /answer/score, /at, /answer]
                    mask: [/kind]
                    hash: [/user, /id]
                """))
                .containsExactly(
                        at(
                                4,
                                "sources.desk.drop: has /detail/requester_id, and the door needs"
                                        + " /detail/requester_id; it may stand under hash: a hash is the same each time"),
                        at(5, "sources.desk.mask: has /detail/status, and the door needs /detail/status; take it out"),
                        at(
                                6,
                                "sources.desk.hash: has /detail/organization_id, and the door needs"
                                        + " /detail/organization_id; take it out"),
                        at(8, "sources.survey.drop: has /answer/score, and the door needs /answer/score; take it out"),
                        at(8, "sources.survey.drop: has /at, and the door needs /at; take it out"),
                        at(
                                8,
                                "sources.survey.drop: has /answer, and the door needs /answer/score; name what"
                                        + " stands in it, as in /answer/*, which spares what is needed"),
                        at(9, "sources.survey.mask: has /kind, and the door needs /kind; take it out"));
    }

    @Test
    void whatIsNoRuleIsSaid() throws IOException {
        assertThat(faults("""
                secret: GOOD
                sources:
                  web:
                    drop: [email, /a, /a]
                    mask: [/a]
                    hide: [/b]
                """))
                .containsExactly(
                        at(
                                4,
                                "sources.web.drop: has what is no path: email; write it as /properties/email,"
                                        + " with * for any name of one level"),
                        at(4, "sources.web.drop: has /a, as drop has; keep one of them"),
                        at(5, "sources.web.mask: has /a, as drop has; keep one of them"),
                        at(6, "sources.web.hide: is unknown; known here: drop, hash, mask"));
    }

    @Test
    void rulesNeedASecret() throws IOException {
        String rules = "every-source: {drop: [/context/ip]}\n";

        assertThat(faults(rules)).containsExactly(at(1, "secret: is missing" + SECRET_FIX));
        assertThat(faults("secret: SHORT\n" + rules)).containsExactly(wrong("SHORT"));
        assertThat(faults("secret: LINE\n" + rules)).containsExactly(wrong("LINE"));
        assertThat(faults("secret: NOT_THERE\n" + rules)).containsExactly(wrong("NOT_THERE"));
        assertThat(faults("secret: the secret itself, in full\n" + rules))
                .containsExactly(wrong("of the name that stands there"));
    }

    private String wrong(String name) {
        return at(1, "secret: is " + name + ", which is not there, too short, or ends in a blank" + SECRET_FIX);
    }

    private PropertyFilters read(String file) throws IOException {
        Files.writeString(directory.resolve("privacy.yaml"), file);
        Files.writeString(directory.resolve("webhooks.yaml"), DESK);
        return PrivacyFiles.read(
                Optional.of(directory),
                name -> Optional.ofNullable(SETTINGS.get(name)),
                WebhookFiles.read(
                                Optional.of(directory),
                                new Surroundings(
                                        name -> Optional.ofNullable(SETTINGS.get(name)), Set.of(), 32_768, 512_000))
                        .values());
    }

    private List<String> faults(String file) throws IOException {
        Files.writeString(directory.resolve("privacy.yaml"), file);
        ConfigException refused = catchThrowableOfType(ConfigException.class, () -> read(file));
        assertThat(refused).isNotNull();
        return refused.problems().stream().map(Object::toString).toList();
    }

    private String at(int line, String fault) {
        return directory.resolve("privacy.yaml") + ":" + line + " " + fault;
    }
}
