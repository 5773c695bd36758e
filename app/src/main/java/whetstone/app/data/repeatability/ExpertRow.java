package whetstone.app.data.repeatability;

import whetstone.labelling.trust.Agreement;
import whetstone.labelling.trust.Trend;

/** An expert's agreement with himself. */
record ExpertRow(String expert, Agreement agreement, Trend trend) {}
