package whetstone.model.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import whetstone.model.EnvironmentSpec;

class WorldsTest {
    private static final Worlds WORLDS = new Worlds(List.of(new SkywayKind(), new GymnasiumKind(() -> "python3", Optional::empty)));

    @ParameterizedTest
    @CsvSource({"skyway,skyway:frozen", "skyway:easy,skyway:easy", "gymnasium,gymnasium:CarRacing-v3", "gymnasium:CartPole-v1,gymnasium:CartPole-v1"})
    void aWorldIsFoundByItsName(String said, String found) {
        assertThat(WORLDS.find(said).name()).isEqualTo(found);
    }

    @Test
    void anUnknownKindIsToldWithTheOnesThereAre() {
        assertThatThrownBy(() -> WORLDS.find("mars:crater")).hasMessageContaining("'mars'").hasMessageContaining("skyway, gymnasium");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gymnasium:", "gymnasium:a b", "gymnasium:CarRacing-v3,every", "gymnasium:X-v0,every=1,every=2", "gymnasium:../x;y"})
    void aPlaceThatCannotBeIsRefused(String name) {
        assertThatThrownBy(() -> WORLDS.find(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void skywayOpensWithItsExpertAndTheWishedPicture() {
        World skyway = WORLDS.find("skyway");
        Opened opened = skyway.open(skyway.trainingTracks().getFirst(), new Wish(40, 30, OptionalDouble.of(10)));
        assertThat(opened.course().environment().spec().frontCamera().width()).isEqualTo(40);
        assertThat(opened.environment().spec().ticksPerSecond()).isEqualTo(10);
    }

    @Test
    void aSkywayRecordingsEnvironmentIsFoundAgain() {
        EnvironmentSpec spec = WORLDS.find("skyway:medium").open("alpha", new Wish(8, 6, OptionalDouble.empty())).environment().spec();
        assertThat(WORLDS.restores(spec)).isTrue();
        assertThat(WORLDS.restoring(spec).orElseThrow().spec()).isEqualTo(spec);
    }

    @ParameterizedTest
    @CsvSource({"CarRacing-v3,true", "'CarRacing-v3,pedals=driver',true", "os:Evil-v0,false", "'X-v0,companion=/tmp/evil.py',false", "@5757,false",
        "'X-v0,render_mode=human',false"})
    void aNameFromAFileIsOpenedOnlyWhereItIsHarmless(String variant, boolean restores) {
        EnvironmentSpec skyway = WORLDS.find("skyway").open("alpha", new Wish(8, 6, OptionalDouble.empty())).environment().spec();
        assertThat(WORLDS.restores(new EnvironmentSpec("gymnasium", variant, 10, skyway.action(), skyway.cameras(), List.of(), skyway.vehicle(), true)))
                .isEqualTo(restores);
    }
}
