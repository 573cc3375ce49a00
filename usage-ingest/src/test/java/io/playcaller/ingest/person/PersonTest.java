package io.playcaller.ingest.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.fact.ContactChanged;
import io.playcaller.contracts.fact.ContactRole;
import org.junit.jupiter.api.Test;

class PersonTest {

    private static final Person UNSEEN = new Person("p1", 0, Profile.BLANK);

    @Test
    void theFirstWordIsAVersionEvenWhenItSaysNothing() {
        assertThat(UNSEEN.becoming(Profile.BLANK).version()).isEqualTo(1);
        assertThat(UNSEEN.becoming(Profile.BLANK).becoming(Profile.BLANK).version())
                .isEqualTo(1);
    }

    @Test
    void aPatchLeavesWhatItDoesNotSay() {
        Profile before = new Profile("acme", "Ann", "ann@x.example", "CTO", ContactRole.SPONSOR, true, false);

        Profile after = new ProfilePatch(null, "ann@y.example", null, null, null).applyTo(before);

        assertThat(after)
                .isEqualTo(new Profile("acme", "Ann", "ann@y.example", "CTO", ContactRole.SPONSOR, true, false));
    }

    @Test
    void theAccountThatIsLeftIsToldToo() {
        Person before = UNSEEN.becoming(Profile.BLANK.in("acme"));
        Person after = before.becoming(Profile.BLANK.in("globex"));

        assertThat(after.contactFacts(before))
                .containsExactly(
                        new ContactChanged("acme", "p1", ContactRole.USER, false, 2),
                        new ContactChanged("globex", "p1", ContactRole.USER, true, 2));
    }

    @Test
    void withoutAnAccountNobodyIsTold() {
        assertThat(UNSEEN.becoming(Profile.BLANK).contactFacts(UNSEEN)).isEmpty();
    }
}
