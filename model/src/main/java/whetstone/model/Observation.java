package whetstone.model;

import java.util.Map;

/** What the driver is given at one tick: pictures by camera name, and a state vector (empty where nothing is measured). */
public record Observation(Map<String, Picture> pictures, StateVector state) {
    public Observation {
        pictures = Map.copyOf(pictures);
    }

    /** @throws IllegalArgumentException if there is no such camera */
    public Picture picture(String camera) {
        Picture picture = pictures.get(camera);
        if (picture == null) {
            throw new IllegalArgumentException("no camera is called '" + camera + "'; there are " + pictures.keySet());
        }
        return picture;
    }
}
