package whetstone.app.commands;

import java.util.ArrayList;
import java.util.List;
import whetstone.model.driving.Course;
import whetstone.model.world.Opened;
import whetstone.model.world.Wish;
import whetstone.model.world.World;

/** A world's training tracks and unseen ones with their program experts, opened when they are first asked for. One thread. */
final class Courses implements AutoCloseable {
    private final World world;
    private final Wish wish;
    private final List<Course> training = new ArrayList<>();
    private final List<Course> unseen = new ArrayList<>();

    Courses(World world, Wish wish) {
        this.world = world;
        this.wish = wish;
    }

    /** @throws IllegalArgumentException if the world has no program expert */
    List<Course> training() {
        open(world.trainingTracks(), training);
        return training;
    }

    List<Course> unseen() {
        if (same()) {
            return training();
        }
        open(world.unseenTracks(), unseen);
        return unseen;
    }

    /** Whether unseen tracks are the training tracks from other starts. */
    boolean same() {
        return world.trainingTracks().equals(world.unseenTracks());
    }

    private void open(List<String> tracks, List<Course> courses) {
        for (String track : tracks.subList(courses.size(), tracks.size())) {
            Opened opened = world.open(track, wish);
            try {
                courses.add(opened.course());
            } catch (IllegalArgumentException nobodyLabels) {
                opened.environment().close();
                throw nobodyLabels;
            }
        }
    }

    @Override
    public void close() {
        training.forEach(course -> course.environment().close());
        unseen.forEach(course -> course.environment().close());
    }
}
