package io.playcaller.router.delivery.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playcaller.router.delivery.mail.ActionLink.Act;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class LinkKeysTest {

    private static final String FIRST = key(1);
    private static final String SECOND = key(2);
    private static final Instant EXPIRES = Instant.parse("2026-03-09T10:00:00Z");

    private final LinkKeys keys = LinkKeys.parse(FIRST, Optional.empty());
    private final ActionLink link = new ActionLink(UUID.randomUUID(), Act.COMPLETE, "ana", EXPIRES);

    @Property(tries = 200)
    void whatWasSignedIsRead(@ForAll @StringLength(max = 100) String staffId, @ForAll Act act) {
        ActionLink any = new ActionLink(UUID.randomUUID(), act, new String(staffId.getBytes(UTF_8), UTF_8), EXPIRES);

        String token = keys.token(any);

        assertThat(token).matches("[A-Za-z0-9_.-]+");
        assertThat(keys.read(token)).contains(any);
    }

    @Property(tries = 200)
    void whatWasChangedAnywhereIsNot(@ForAll @IntRange(max = 10_000) int where) {
        String token = keys.token(link);
        int at = where % token.length();
        char other = token.charAt(at) == 'A' ? 'B' : 'A';

        String changed = token.substring(0, at) + other + token.substring(at + 1);

        // The last letter of a part has bits that stand for nothing: then it reads as what was signed.
        assertThat(keys.read(changed))
                .satisfiesAnyOf(
                        read -> assertThat(read).isEmpty(),
                        read -> assertThat(read).contains(link));
    }

    @Test
    void anotherActWithTheSameSignatureIsNotBelieved() {
        String token = keys.token(link);
        String other = keys.token(new ActionLink(link.taskId(), Act.SNOOZE, "ana", EXPIRES));

        assertThat(keys.read(other.substring(0, other.indexOf('.')) + token.substring(token.indexOf('.'))))
                .isEmpty();
    }

    @Test
    void aKeyIsReplacedWhileLinksOfTheOneBeforeStillWork() {
        String old = keys.token(link);

        LinkKeys both = LinkKeys.parse(SECOND, Optional.of(FIRST));
        LinkKeys replaced = LinkKeys.parse(SECOND, Optional.empty());

        assertThat(both.read(old)).contains(link);
        assertThat(keys.read(both.token(link))).as("the new key signs").isEmpty();
        assertThat(replaced.read(old)).isEmpty();
    }

    @Test
    void aLinkEndsAtItsExpiry() {
        assertThat(link.isExpired(EXPIRES.minusMillis(1))).isFalse();
        assertThat(link.isExpired(EXPIRES)).isTrue();
    }

    @Test
    void rubbishIsNoLink() {
        assertThat(keys.read("")).isEmpty();
        assertThat(keys.read("a.b")).isEmpty();
        assertThat(keys.read("%%%.%%%")).isEmpty();
        assertThat(keys.read("A".repeat(5_000) + ".A")).isEmpty();
    }

    @Test
    void aShortKeyIsRefusedAndNoneIsShown() {
        assertThatThrownBy(() -> LinkKeys.parse("c2hvcnQ=", Optional.empty()))
                .hasMessageContaining("at least 32 bytes");
        assertThat(keys).hasToString("LinkKeys[…]");
    }

    private static String key(int filled) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) filled);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
