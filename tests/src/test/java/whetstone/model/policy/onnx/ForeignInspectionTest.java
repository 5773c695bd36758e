package whetstone.model.policy.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import whetstone.model.policy.ForeignMapping.Layout;

class ForeignInspectionTest {
    private static final byte[] HONEST = ForeignModels.ownExport(SkywayPolicies.ridge());

    @Example
    void anHonestModelSaysWhatItTakes() {
        ForeignInspection.Tensor input = ForeignInspection.of(HONEST).inputs().getFirst();
        assertThat(input).isEqualTo(new ForeignInspection.Tensor("picture", "uint8",
                List.of(OptionalInt.empty(), OptionalInt.of(30), OptionalInt.of(40), OptionalInt.of(3))));
    }

    @Example
    void anHonestModelSaysWhatItGives() {
        assertThat(ForeignInspection.of(ForeignModels.channelMeans(Layout.CHANNELS_FIRST, 3)).outputs().getFirst().name()).isEqualTo("means");
    }

    @Example
    void weightsInAnotherFileAreRefused() {
        refused(model -> model.getGraphBuilder().getInitializerBuilder(0).setDataLocation(TensorProto.DataLocation.EXTERNAL)
                .addExternalData(StringStringEntryProto.newBuilder().setKey("location").setValue("/etc/passwd")), "weights in another file");
    }

    @Example
    void weightsInAnotherFileAreRefusedInAnAttributeToo() {
        refused(model -> model.getGraphBuilder().getNodeBuilder(0).addAttribute(AttributeProto.newBuilder().setName("value")
                .setT(TensorProto.newBuilder().addExternalData(StringStringEntryProto.newBuilder().setKey("location").setValue("../x")))),
                "weights in another file");
    }

    @Example
    void operatorsThatAreNotOnnxsOwnAreRefused() {
        refused(model -> model.getGraphBuilder().getNodeBuilder(0).setDomain("evil.custom"), "operators of 'evil.custom'");
    }

    @Example
    void loopsAndBranchesAreRefused() {
        refused(model -> model.getGraphBuilder().addNode(NodeProto.newBuilder().setOpType("Loop")
                .addAttribute(AttributeProto.newBuilder().setName("body").setG(GraphProto.getDefaultInstance()))), "a loop or a branch (Loop)");
    }

    @Example
    void aConstantThatClaimsMoreThanTheFileHoldsIsRefused() {
        refused(model -> model.getGraphBuilder().getInitializerBuilder(0).clearDims().addDims(1L << 40), "claims [1099511627776] values");
    }

    @Example
    void aModelWithoutOperatorsIsRefused() {
        refused(model -> model.getGraphBuilder().clearNode(), "nothing that could drive");
    }

    @Example
    void aTruncatedModelIsRefused() {
        assertThatThrownBy(() -> ForeignInspection.of(Arrays.copyOf(HONEST, HONEST.length / 2)))
                .isInstanceOf(IllegalArgumentException.class).hasMessage("the file is no ONNX model, or only a part of one");
    }

    @Example
    void anEmptyFileIsRefused() {
        assertThatThrownBy(() -> ForeignInspection.of(new byte[0])).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the file is no ONNX model: it names no operators");
    }

    @Property(tries = 300)
    void aChangedModelIsTakenOrRefusedButNeverBreaksTheReader(@ForAll int seed) {
        assertThat(ModelFuzz.survives(HONEST, seed)).isTrue();
    }

    private interface Change {
        Object on(ModelProto.Builder model);
    }

    private static void refused(Change change, String part) {
        try {
            ModelProto.Builder model = ModelProto.parseFrom(HONEST).toBuilder();
            change.on(model);
            assertThatThrownBy(() -> ForeignInspection.of(model.build().toByteArray())).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(part);
        } catch (InvalidProtocolBufferException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
