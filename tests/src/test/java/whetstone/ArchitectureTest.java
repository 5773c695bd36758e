package whetstone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The rules of the house: who may know whom. */
class ArchitectureTest {
    private static final JavaClasses WHETSTONE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("whetstone");

    @Test
    void modelKnowsNeitherLabellingNorApp() {
        noClasses().that().resideInAPackage("whetstone.model..")
                .should().dependOnClassesThat().resideInAnyPackage("whetstone.labelling..", "whetstone.app..")
                .because("what drives and learns must run without a human or a window").check(WHETSTONE);
    }

    @Test
    void labellingDoesNotKnowTheApp() {
        noClasses().that().resideInAPackage("whetstone.labelling..")
                .should().dependOnClassesThat().resideInAPackage("whetstone.app..")
                .because("labels are kept and computed without a window").check(WHETSTONE);
    }

    @Test
    void onlyTheDl4jPackageKnowsDeepLearning4J() {
        noClasses().that().resideOutsideOfPackages("whetstone.model.learning.dl4j..", "org.nd4j..")
                .should().dependOnClassesThat().resideInAnyPackage("org.deeplearning4j..", "org.nd4j..", "org.bytedeco..")
                .because("a second training engine must fit beside it").check(WHETSTONE);
    }

    @Test
    void onlyTheOnnxPackageKnowsOnnx() {
        noClasses().that().resideOutsideOfPackage("whetstone.model.policy.onnx..")
                .should().dependOnClassesThat().resideInAnyPackage("ai.onnxruntime..", "ai.onnx..", "org.tribuo..", "com.google.protobuf..")
                .because("what computes a policy can be changed in one place").check(WHETSTONE);
    }

    @Test
    void onlyTheJinputPackageKnowsJInput() {
        noClasses().that().resideOutsideOfPackage("whetstone.labelling.input.jinput..")
                .should().dependOnClassesThat().resideInAPackage("net.java.games..")
                .because("every stick looks the same to the rest").check(WHETSTONE);
    }

    @Test
    void onlyTheStoreKnowsSql() {
        noClasses().that().resideOutsideOfPackage("whetstone.labelling.store..")
                .should().dependOnClassesThat().resideInAnyPackage("java.sql..", "org.jdbi..", "org.sqlite..")
                .because("the dataset file has one owner").check(WHETSTONE);
    }

    @Test
    void onlyTheAppKnowsJavaFx() {
        noClasses().that().resideOutsideOfPackage("whetstone.app..")
                .should().dependOnClassesThat().resideInAPackage("javafx..")
                .because("the core runs without a screen").check(WHETSTONE);
    }

    @Test
    void screensDoNotKnowEachOther() {
        slices().matching("whetstone.app.(watch|label|train|data|controller)..").namingSlices("$1").should().notDependOnEachOther().allowEmptyShould(true)
                .because("a screen is reached through the window, never from another screen").check(WHETSTONE);
    }

    @Test
    void noDrawerIsCalledUtil() {
        noClasses().should().resideInAnyPackage("..util..", "..common..", "..impl..", "..manager..", "..helper..")
                .because("a package is a thing that a user could name").check(WHETSTONE);
    }
}
