package whetstone.app.commands;

import java.util.List;
import whetstone.model.driving.Course;
import whetstone.model.environment.Difficulty;
import whetstone.model.environment.Skyway;
import whetstone.model.environment.SkywayCameras;
import whetstone.model.environment.SkywaySettings;
import whetstone.model.expert.PursuitExpert;
import whetstone.model.policy.PolicyInput;

/** Opens Skyway's tracks with the pursuit expert, their camera as large as a policy's input. */
record SkywayCourses(Difficulty difficulty, PolicyInput input) {
    List<Course> open(List<String> tracks) {
        return tracks.stream().map(this::open).toList();
    }

    private Course open(String track) {
        Skyway skyway = new Skyway(SkywaySettings.experiment(track, difficulty)
                .withCameras(List.of(SkywayCameras.front(input.width(), input.height()))));
        return new Course(skyway, new PursuitExpert(skyway));
    }
}
