package whetstone.labelling.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import whetstone.model.CameraProfile;

/** A camera profile in the file: the stretch is written only where pixels are not square, so files stay as they were before it existed. */
final class CameraProfileJson {
    private static final String STRETCH = "verticalStretch";

    private CameraProfileJson() {}

    static SimpleModule module() {
        return new SimpleModule().addSerializer(CameraProfile.class, new Writer()).addDeserializer(CameraProfile.class, new Reader());
    }

    private static final class Writer extends StdSerializer<CameraProfile> {
        private static final long serialVersionUID = 1L;

        Writer() {
            super(CameraProfile.class);
        }

        @Override
        public void serialize(CameraProfile profile, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeStartObject();
            json.writeNumberField("heightMetres", profile.heightMetres());
            json.writeNumberField("pitchDegrees", profile.pitchDegrees());
            json.writeNumberField("horizontalFieldOfViewDegrees", profile.horizontalFieldOfViewDegrees());
            json.writeNumberField("yawDegrees", profile.yawDegrees());
            json.writeNumberField("forwardMetres", profile.forwardMetres());
            if (profile.verticalStretch() != 1) {
                json.writeNumberField(STRETCH, profile.verticalStretch());
            }
            json.writeEndObject();
        }
    }

    private static final class Reader extends StdDeserializer<CameraProfile> {
        private static final long serialVersionUID = 1L;

        Reader() {
            super(CameraProfile.class);
        }

        @Override
        public CameraProfile deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            JsonNode read = context.readTree(parser);
            try {
                return new CameraProfile(number(read, "heightMetres"), number(read, "pitchDegrees"),
                        number(read, "horizontalFieldOfViewDegrees"), number(read, "yawDegrees"), number(read, "forwardMetres"),
                        read.has(STRETCH) ? number(read, STRETCH) : 1);
            } catch (IllegalArgumentException wrong) {
                throw context.instantiationException(CameraProfile.class, wrong);
            }
        }

        private static double number(JsonNode of, String field) {
            if (!of.path(field).isNumber()) {
                throw new IllegalArgumentException("a camera's '" + field + "' is missing or no number");
            }
            return of.path(field).doubleValue();
        }
    }
}
