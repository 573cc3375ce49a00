package io.playcaller.health.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.contracts.reason.Severity;
import io.playcaller.health.engine.episode.Told;
import io.playcaller.health.engine.episode.Track;
import io.playcaller.health.engine.episode.Verdict;
import io.playcaller.health.engine.episode.Watch;
import io.playcaller.health.engine.fact.Corrections;
import io.playcaller.health.engine.fact.Freeze;
import io.playcaller.health.engine.fact.Milestone;
import io.playcaller.health.engine.fact.Product;
import io.playcaller.health.engine.fact.Version;
import io.playcaller.health.engine.log.LogState;
import io.playcaller.health.engine.model.Condition;
import io.playcaller.health.engine.score.Readings;
import io.playcaller.health.engine.score.Said;
import io.playcaller.health.engine.testing.Day;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** States as they were once written are read for good. */
class RecordedStatesTest {

    private final StateCodec codec = new StateCodec();

    @Test
    void aStateOfVersionOneIsWhatItWasAndKnowsNoProduct() {
        AccountState now = life();

        AccountState then = codec.decode(Base64.getDecoder().decode(RecordedStates.VERSION_1));

        assertThat(then.standing()).isEqualTo(withoutAbsence(now.standing(), then.standing()));
        assertThat(then.facts().usage()).isEqualTo(now.facts().usage());
        assertThat(then.facts().engagement()).isEqualTo(now.facts().engagement());
        assertThat(then.factCount()).isEqualTo(now.factCount());
        assertThat(then.facts().totals().product()).isEqualTo(Product.NONE);
        assertThat(codec.decode(codec.encode(then))).isEqualTo(then);
    }

    @Test
    void aStateOfVersionTwoStandsAsItDidAndKnowsNothingTakenBack() {
        AccountState now = life();

        AccountState then = codec.decode(Base64.getDecoder().decode(RecordedStates.VERSION_2));

        assertThat(then.standing()).isEqualTo(withoutAbsence(now.standing(), then.standing()));
        assertThat(then.facts().usage()).isEqualTo(now.facts().usage());
        assertThat(then.facts().engagement()).isEqualTo(now.facts().engagement());
        assertThat(then.facts().standing().totals())
                .isEqualTo(now.facts().standing().totals());
        assertThat(then.facts().corrections()).isEqualTo(Corrections.NOTHING);
        assertThat(codec.decode(codec.encode(then))).isEqualTo(then);
    }

    @Test
    void aStateOfVersionFourStandsAsItDidAndKnowsOfNoAbsence() {
        AccountState now = life();

        AccountState then = codec.decode(Base64.getDecoder().decode(RecordedStates.VERSION_4));

        assertThat(then.facts()).isEqualTo(now.facts());
        assertThat(then.standing()).isEqualTo(withoutAbsence(now.standing(), then.standing()));
        assertThat(codec.decode(codec.encode(then))).isEqualTo(then);
    }

    @Test
    void aStateOfVersionFiveStandsAsItDidAndKnowsNoValues() {
        AccountState now = life();

        AccountState then = codec.decode(Base64.getDecoder().decode(RecordedStates.VERSION_5));

        assertThat(then.facts()).isEqualTo(now.facts());
        assertThat(then.standing()).isEqualTo(beforeSix(now.standing(), then.standing()));
        assertThat(codec.decode(codec.encode(then))).isEqualTo(then);
    }

    @Test
    void aStateOfVersionFiveStandsAsItDidAndKnowsNoValueOfItsMilestones() {
        AccountState now = Lives.onboarding();

        AccountState then = codec.decode(Base64.getDecoder().decode(RecordedStates.ONBOARDING_OF_VERSION_5));

        assertThat(milestones(then)).hasSize(2).isEqualTo(milestones(now));
        assertThat(milestones(then)).extracting(Milestone::value).containsOnly(Milestone.NO_VALUE);
        assertThat(then.standing()).isEqualTo(beforeSix(now.standing(), then.standing()));
        assertThat(codec.decode(codec.encode(then))).isEqualTo(then);
    }

    @Test
    void aStateOfVersionSixStandsAsItDidAndHasNeitherParentNorChildren() {
        AccountState then = codec.decode(Base64.getDecoder().decode(RecordedStates.VERSION_6));

        assertThat(then).isEqualTo(beforeTwelve(life()));
        assertThat(codec.decode(codec.encode(then))).isEqualTo(then);
    }

    @Test
    void aStateOfVersionSevenStandsAsItDidInFewerBytes() {
        byte[] before = Base64.getDecoder().decode(RecordedStates.VERSION_7);
        AccountState then = codec.decode(before);

        assertThat(then).isEqualTo(Lives.told());
        assertThat(codec.decode(codec.encode(then))).isEqualTo(then);
        assertThat(codec.encode(then)).hasSizeLessThan(before.length);
    }

    @Test
    void aStateOfVersionEightStandsAsItDid() {
        AccountState then = codec.decode(Base64.getDecoder().decode(RecordedStates.VERSION_8));

        assertThat(then).isEqualTo(beforeTwelve(life()));
        assertThat(codec.decode(codec.encode(then))).isEqualTo(then);
    }

    @Test
    void aStateOfVersionTenStandsAsItDidAndHasNoGaps() {
        AccountState then = codec.decode(Base64.getDecoder().decode(RecordedStates.VERSION_10));

        assertThat(then).isEqualTo(beforeTwelve(life()));
        assertThat(then.facts().usage().known().gaps()).isEmpty();
        assertThat(codec.decode(codec.encode(then))).isEqualTo(then);
    }

    @Test
    void contractsOfVersionElevenAreWorthWhatTheirLinesWereFromDayToDay() {
        AccountState then = codec.decode(Base64.getDecoder().decode(RecordedStates.CONTRACTS_OF_VERSION_11));

        assertThat(then).isEqualTo(Lives.contracts());
        assertThat(codec.decode(codec.encode(then))).isEqualTo(then);
    }

    @Test
    void aStateOfVersionElevenStandsAsItDidAndKnowsWhoWasMet() {
        AccountState then = codec.decode(Base64.getDecoder().decode(RecordedStates.VERSION_11));

        assertThat(then).isEqualTo(beforeTwelve(Lives.inTouch()));
        assertThat(then.facts().engagement().touches().met().byId()).hasSize(2);
        assertThat(codec.decode(codec.encode(then))).isEqualTo(then);
    }

    @Test
    void aLogOfVersionFourHearsOfUseFromItsNextTickOn() {
        LogState then = codec.decodeLog(Base64.getDecoder().decode(RecordedStates.LOG_OF_VERSION_4));

        assertThat(then.usageSince()).isEmpty();
        assertThat(then.now()).isEqualTo(Day.at(3, 9));
        assertThat(codec.decodeLog(codec.encode(then))).isEqualTo(then);
    }

    @Test
    void aLogThatAVersionOfBeforeWroteIsKnownForIt() {
        byte[] before = Base64.getDecoder().decode(RecordedStates.LOG_OF_VERSION_4);
        LogState then = codec.decodeLog(before);
        LogState named = new LogState(then.now(), then.sources(), then.openRuns(), "hash-of-one-card");

        assertThat(codec.ofBefore(before)).isTrue();
        assertThat(codec.ofBefore(codec.encode(named))).isFalse();
        assertThat(named.withoutModel()).isEqualTo(then);
    }

    /** {@link Lives#life()} as it was said while nothing was said of its severe ticket. */
    private static AccountState life() {
        AccountState now = Lives.life();
        Standing standing = now.standing();
        Said said = standing.said();
        Said then = new Said(
                said.levels(),
                said.grade(),
                said.profile(),
                said.confidence(),
                said.adoption(),
                said.extras() - Long.hashCode(Day.at(3, 1).toEpochMilli()),
                said.overridden(),
                said.readings(),
                said.children());
        Standing stood = new Standing(
                standing.boundary(), then, standing.watch(), standing.freeze(), standing.model(), standing.importing());
        return new AccountState(now.accountId(), now.facts(), stood, now.placed(), now.handed());
    }

    /** As far as versions before 12 knew it. */
    private static AccountState beforeTwelve(AccountState now) {
        Standing standing = now.standing();
        Watch watch = standing.watch();
        Standing then = new Standing(
                standing.boundary(),
                standing.said(),
                new Watch(watch.track(), watch.baseAt(), watch.base(), withoutAnswers(watch.told())),
                standing.freeze(),
                standing.model(),
                standing.importing());
        return new AccountState(now.accountId(), now.facts(), then, now.placed(), now.handed());
    }

    /** An episode did not know of which answers it told. */
    private static List<Told> withoutAnswers(List<Told> told) {
        return told.stream()
                .map(one -> one.rule() == Condition.DETRACTOR.position() ? with(Set.of(), one) : one)
                .toList();
    }

    private static Told with(Set<Long> subjects, Told told) {
        Verdict verdict = told.verdict();
        return new Told(
                told.rule(),
                told.openedAt(),
                told.openings(),
                told.transition(),
                told.status(),
                told.muted(),
                new Verdict(verdict.reason(), verdict.severity(), verdict.origin(), verdict.reasons(), subjects));
    }

    /** Neither were values kept with what was said. */
    private static Said withoutReadings(Said said) {
        return new Said(
                said.levels(),
                said.grade(),
                said.profile(),
                said.confidence(),
                said.adoption(),
                said.extras(),
                said.overridden(),
                Readings.NONE);
    }

    /** As far as versions before 5 knew it. */
    private static Standing withoutAbsence(Standing standing, Standing then) {
        Standing beforeSix = beforeSix(standing, then);
        Watch watch = beforeSix.watch();
        return new Standing(
                beforeSix.boundary(),
                beforeSix.said(),
                new Watch(
                        watch.track(),
                        watch.baseAt(),
                        watch.base(),
                        watch.told().stream()
                                .map(RecordedStatesTest::withoutSubjects)
                                .toList()),
                Freeze.NOTHING,
                beforeSix.model(),
                beforeSix.importing());
    }

    /**
     * As far as versions before 6 knew it.
     *
     * @param then whose track says which conditions held by the rules of then
     */
    private static Standing beforeSix(Standing standing, Standing then) {
        Watch watch = standing.watch();
        long[] flags = then.watch().track().flags();
        return new Standing(
                standing.boundary(),
                withoutReadings(standing.said()),
                new Watch(
                        new Track(
                                watch.track().at(),
                                watch.track().scores(),
                                flags,
                                watch.track().cards()),
                        watch.baseAt(),
                        watch.base(),
                        withoutAnswers(watch.told())),
                standing.freeze(),
                standing.model(),
                standing.importing());
    }

    /** Nor was any risk above medium then while little was known of the account. */
    private static Told withoutSubjects(Told told) {
        Verdict verdict = told.verdict();
        Severity severity = verdict.severity() == Severity.HIGH ? Severity.MEDIUM : verdict.severity();
        return new Told(
                told.rule(),
                told.openedAt(),
                told.openings(),
                told.transition(),
                told.status(),
                told.muted(),
                new Verdict(verdict.reason(), severity, verdict.origin(), verdict.reasons(), null));
    }

    private static List<Milestone> milestones(AccountState state) {
        return state.facts().engagement().milestones().byId().values().stream()
                .flatMap(history -> history.versions().stream())
                .map(Version::value)
                .toList();
    }
}
