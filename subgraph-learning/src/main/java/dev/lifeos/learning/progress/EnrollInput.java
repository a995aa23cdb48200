package dev.lifeos.learning.progress;

import java.util.UUID;

record EnrollInput(UUID courseId) {}
