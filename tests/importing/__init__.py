"""The old list comes in whole: nothing lost, nothing invented, nothing twice."""
